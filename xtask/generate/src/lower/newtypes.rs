//! Makes every named string a newtype of its own, so that swapped ids do not compile.

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
    fn a_named_string_is_a_type() {
        let document = "components: {schemas: {AppId: {type: string}, App: {type: object}}}";
        let replaced = check(super::pass, document, document);
        assert_eq!(replaced.keys().collect::<Vec<_>>(), ["AppId"]);
    }
}
