//! Reads JSON, where a YAML reader would refuse escaped surrogate pairs and keep every token of the
//! outermost object in memory.

mod reader;
mod string;

pub(crate) use reader::read;
