//! What a message says and what the help tells to write fit the place.

mod check;
mod examples;
mod parameters;
mod references;
mod schemas;
mod syntax;
mod versions;
