//! Reads YAML 1.2 from the events of saphyr.

mod alias;
mod offset;
mod places;
mod reader;
mod syntax_error;
mod tag;

pub(crate) use reader::read;
