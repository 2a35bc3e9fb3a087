//! The schemas that extend the schemas with a `discriminator`.

use std::collections::HashMap;

use spec::{Document, Node};

use super::resolved_object::{ResolvedObject, is_annotation};

/// The named schemas that extend each base.
#[derive(Default)]
pub struct Extensions<'d>(HashMap<Node<'d>, Vec<Node<'d>>>);

impl<'d> Extensions<'d> {
    pub fn of(document: &'d Document<'d>) -> Self {
        let named = document.at("/components/schemas").into_iter().flat_map(Node::entries);
        let named: Vec<_> = named.map(|entry| entry.value).collect();
        let mut extensions = HashMap::new();
        if named.iter().any(|schema| is_base(*schema)) {
            for schema in named.into_iter().filter(|schema| extends(*schema)) {
                let object = ResolvedObject::schema(schema, [schema]);
                for base in object.parts().iter().skip(1).filter(|part| is_base(**part)) {
                    extensions.entry(*base).or_insert_with(Vec::new).push(schema);
                }
            }
        }
        Self(extensions)
    }

    /// Returns the schemas that extend a base.
    pub fn of_base(&self, base: Node<'d>) -> &[Node<'d>] {
        self.0.get(&base).map_or(&[], Vec::as_slice)
    }
}

/// Whether each value of a schema names the schema that it has.
pub fn is_base(schema: Node) -> bool {
    schema.get("discriminator").is_some_and(Node::is_object)
        && schema.get("oneOf").is_none()
        && schema.get("anyOf").is_none()
}

/// Whether a schema adds to those of its `allOf`, and is not only another name for one.
pub fn extends(schema: Node) -> bool {
    let parts = schema.get("allOf").map_or(0, Node::len);
    let adds = schema.entries().any(|entry| entry.key != "allOf" && !is_annotation(entry.key));
    parts > 1 || parts == 1 && adds
}
