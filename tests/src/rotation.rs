//! Rotations with injected faults and crashes, thousands of times.

mod files;
mod incomplete_lists;
mod outcomes;
mod overlap;
mod overtaken;
mod processes;
mod replace_app;
mod rotate_app_secret;
mod same_file;
#[cfg(unix)]
mod special_files;
