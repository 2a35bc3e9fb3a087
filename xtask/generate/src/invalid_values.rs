//! The values of a document that their schemas do not allow, which lint finds.

use std::collections::BTreeMap;

use spec::Node;

/// The rules that find invalid values, by the JSON pointers of the values.
#[derive(Default)]
pub struct InvalidValues(BTreeMap<String, &'static str>);

impl InvalidValues {
    /// Returns the rule that finds a value, or a part of it.
    pub fn rule(&self, value: Node) -> Option<&'static str> {
        let pointer = value.pointer();
        // Pointers such as `/a-b` are sorted between `/a` and `/a/b`.
        let near = self.0.range(pointer.clone()..);
        let mut near = near.take_while(|(found, _)| found.starts_with(&pointer));
        let part = near.find(|(found, _)| {
            let rest = &found[pointer.len()..];
            rest.is_empty() || rest.starts_with('/')
        });
        part.map(|(_, rule)| *rule)
    }
}

impl FromIterator<(String, &'static str)> for InvalidValues {
    fn from_iter<I: IntoIterator<Item = (String, &'static str)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}
