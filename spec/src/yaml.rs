//! Reads YAML 1.2 from the events of saphyr.

mod alias;
mod fault;
mod offset;
mod place;
mod reader;
mod tag;

pub(crate) use reader::read;
