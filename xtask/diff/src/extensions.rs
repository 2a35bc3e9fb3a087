//! Extensions that tell the generator what to write.

use super::changes::{Changes, shown};
use super::impact::{Impact, Level};
use super::pairs::ObjectPair;
use super::same::same_or_absent;

/// Checks an extension that gives callers more methods.
pub fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>, key: &str) {
    let (was, is) = (pair.base.get(key), pair.head.get(key));
    if !same_or_absent(was, is) {
        let source = if was.is_none() { Level::Compatible } else { Level::Breaking };
        let values = (was.map(shown), is.map(shown));
        changes.add(format!("`{key}`"), values, pair.locations_of(key), Impact::source(source));
    }
}
