//! Rules about the readability of a document.

use crate::listing::folders;

folders! {
    descriptions,
    operations,
    schemas,
    suppressions,
    syntax,
}
