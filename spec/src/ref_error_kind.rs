//! Why a reference cannot be resolved.

use std::fmt;

/// Why a reference cannot be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefErrorKind {
    /// The value of `$ref` is not a string.
    NotString,
    /// It refers to another file.
    File,
    /// It refers to a document on the network.
    Url,
    /// The part after `#` is neither empty nor starts with `/`.
    NotPointer,
    /// There is nothing at this pointer, which ends with the first step that is missing.
    Missing(String),
    /// The references form a cycle.
    Cycle,
}

impl fmt::Display for RefErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RefErrorKind::NotString => f.write_str("`$ref` is not a string"),
            RefErrorKind::File => f.write_str("`$ref` refers to another file"),
            RefErrorKind::Url => f.write_str("`$ref` refers to a document on the network"),
            RefErrorKind::NotPointer => f.write_str("`$ref` has no JSON pointer after its `#`"),
            RefErrorKind::Missing(pointer) => {
                write!(f, "`$ref` cannot be resolved: `{pointer}` does not exist")
            }
            RefErrorKind::Cycle => f.write_str("`$ref` refers back to itself"),
        }
    }
}

impl std::error::Error for RefErrorKind {}
