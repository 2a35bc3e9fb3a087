//! The commands and examples of the pages work.

mod commands;
mod examples;
mod pages;
mod targets;
