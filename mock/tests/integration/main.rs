//! What users of the mock server rely on, tested through its public API, over HTTP, and as a command. It
//! is one program, because each is linked with all that the client needs.

mod authentication;
mod command;
mod control;
mod deployed_services;
mod documents;
mod faults;
mod pages;
mod rules;
