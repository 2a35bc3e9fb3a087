//! The commands: what each is told, the files that it reads and writes, and what it prints.

pub mod diff;
pub mod lint;
pub mod reference;
