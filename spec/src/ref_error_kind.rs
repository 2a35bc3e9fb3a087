//! Why a `$ref` leads to no value.

use std::fmt;

/// Why a reference leads to no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefErrorKind {
    /// The value of `$ref` is not a string.
    NotString,
    /// It points into another file.
    File,
    /// It points into a document on the network.
    Url,
    /// The part after `#` is neither empty nor starts with `/`.
    NotPointer,
    /// There is nothing at this pointer, which ends with the first step that is missing.
    Missing(String),
    /// Following the references leads back to one that was followed before.
    Cycle,
}

impl fmt::Display for RefErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RefErrorKind::NotString => f.write_str("`$ref` is not a string"),
            RefErrorKind::File => f.write_str("`$ref` points into another file"),
            RefErrorKind::Url => f.write_str("`$ref` points into a document on the network"),
            RefErrorKind::NotPointer => f.write_str("`$ref` is no JSON pointer after its `#`"),
            RefErrorKind::Missing(pointer) => {
                write!(f, "`$ref` points to nothing: there is no `{pointer}`")
            }
            RefErrorKind::Cycle => f.write_str("`$ref` leads back to itself"),
        }
    }
}

impl std::error::Error for RefErrorKind {}
