//! Suggestions for misspelt names, with a bound on the comparisons.

use std::cell::Cell;

use crate::words;

/// How many names are compared in all. Many misspelt names and many known ones may multiply.
const MAX_COMPARISONS: usize = 200_000;

/// Suggests a known name for a misspelt one.
pub struct Spelling {
    /// How many comparisons are left; without any, nothing is suggested.
    left: Cell<usize>,
}

impl Default for Spelling {
    fn default() -> Self {
        Self { left: Cell::new(MAX_COMPARISONS) }
    }
}

impl Spelling {
    /// Returns the known name that a misspelt one probably means.
    pub fn nearest<'a>(&self, name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let counted = known.take_while(|_| {
            let left = self.left.get();
            self.left.set(left.saturating_sub(1));
            left > 0
        });
        words::nearest(name, counted)
    }

    /// Returns the end of a message that suggests the known name; empty if none is near.
    pub fn suggestion<'a>(&self, name: &str, known: impl Iterator<Item = &'a str>) -> String {
        let near = self.nearest(name, known);
        near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn after_many_comparisons_nothing_is_suggested() {
        let spelling = super::Spelling::default();
        assert_eq!(spelling.suggestion("nmae", ["name"].into_iter()), "; did you mean `name`?");
        let many = std::iter::repeat_n("something else", super::MAX_COMPARISONS);
        assert_eq!(spelling.nearest("a", many), None);
        assert_eq!(spelling.suggestion("nmae", ["name"].into_iter()), "");
    }
}
