//! Reads YAML 1.2 from the events of saphyr.

mod alias;
mod line;
mod offset;
mod places;
mod reader;
mod slip;
mod syntax_error;
mod tag;

pub(crate) use reader::read;
pub use slip::{in_quotes, key_slip};
