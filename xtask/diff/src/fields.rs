//! Which fields of objects the kinds of change can read.

use std::collections::BTreeSet;

use spec::{FieldType, Kind, Node, Object, ObjectKind};

use super::pairs::ObjectPair;

/// Returns the names of the members that two objects have, each once.
pub fn keys<'d>(pair: &ObjectPair<'d>) -> BTreeSet<&'d str> {
    parts(pair).flat_map(Node::entries).map(|entry| entry.key).collect()
}

/// Whether a kind of change checks a member, and can read all values of it.
pub fn classified(pair: &ObjectPair, key: &str) -> bool {
    parts(pair).all(|part| part.get(key).is_none_or(|value| can_read(pair.kind, part, value, key)))
}

fn parts<'p, 'd>(pair: &'p ObjectPair<'d>) -> impl Iterator<Item = Node<'d>> + 'p {
    pair.base.parts().iter().chain(pair.head.parts()).copied()
}

fn can_read(object: ObjectKind, node: Node, value: Node, key: &str) -> bool {
    let kind = value.kind();
    if object == ObjectKind::Schema {
        // What later versions of OpenAPI, extensions and unresolved references have.
        match key {
            "$comment" | "examples" => return true,
            "$ref" => return kind == Kind::String,
            mapping::extensions::EXTENSIBLE_ENUM => return kind == Kind::Array,
            "exclusiveMaximum" | "exclusiveMinimum" if kind == Kind::Number => return true,
            "type" if kind == Kind::Array => return true,
            _ => {}
        }
    }
    let table = Object::of(object, node);
    let holds = table.field(key).map(|field| field.holds).or(table.others);
    holds.is_some_and(|holds| is_read_whole(object, key) || has_shape(value, holds))
}

/// Whether a kind of change compares the values of a field as a whole, so that any value will do.
fn is_read_whole(object: ObjectKind, key: &str) -> bool {
    match object {
        ObjectKind::Components => false,
        ObjectKind::Link => true,
        ObjectKind::OpenApi => matches!(key, "externalDocs" | "openapi"),
        _ => matches!(
            key,
            "bearerFormat"
                | "default"
                | "description"
                | "example"
                | "examples"
                | "externalDocs"
                | "openIdConnectUrl"
                | "summary"
                | "tags"
                | "title"
                | "xml"
        ),
    }
}

/// Whether a value is of the type of a field; the kinds of change do not depend on more.
fn has_shape(value: Node, holds: FieldType) -> bool {
    use FieldType::*;
    let kind = value.kind();
    match holds {
        Any => true,
        Text | Url | Email | OneOf(_) | Reference(_) => kind == Kind::String,
        Bool => kind == Kind::Bool,
        Number | Positive | Count => kind == Kind::Number,
        FieldType::Object(_) | Part(_) | Map(_) => kind == Kind::Object,
        SchemaOrBool => matches!(kind, Kind::Bool | Kind::Object),
        // `required` of a schema.
        Several(Text) => kind == Kind::Array && value.items().all(|item| item.as_str().is_some()),
        List(_) | Several(_) => kind == Kind::Array,
    }
}
