//! Replaces named strings by newtypes, so that code with swapped ids does not compile.

use super::lowered::{Lowered, Replacement};
use super::walk::schemas;

pub fn pass(lowered: &mut Lowered) {
    let Lowered { document, replaced, .. } = lowered;
    for (name, schema) in schemas(document) {
        if schema["type"] == "string" && !replaced.contains_key(name) {
            replaced.insert(name.clone(), Replacement::Newtype);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn named_string_becomes_a_newtype() {
        let document = "components: {schemas: {AppId: {type: string}, App: {type: object}}}";
        let replaced = check(super::pass, document, document);
        assert_eq!(replaced.keys().collect::<Vec<_>>(), ["AppId"]);
    }
}
