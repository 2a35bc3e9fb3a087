//! Where credentials come from, and which of them are sent.

mod access_key;
mod chain;
mod cloud;
mod password;
mod project;
mod provider;
mod variables;
