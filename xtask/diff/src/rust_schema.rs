//! Decides which type in Rust a schema becomes, as the passes of `generate` do.

use std::collections::{HashMap, HashSet};

use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::pascal;
use spec::{Kind as JsonKind, Node, is_same};

use super::resolved_object::ResolvedObject;
use super::rust_shape::{Kind, Shape};
use super::rust_type::{Form, Rest, RustType};
use super::schemas::referenced;

/// The longest chain of compositions; the end of a longer one is any JSON in Rust.
const MAX_DEPTH: usize = 200;

/// The shapes of schemas, each composed once.
#[derive(Default)]
pub struct RustSchemas<'d> {
    known: HashMap<Node<'d>, Shape>,
    pending: HashSet<Node<'d>>,
}

impl<'d> RustSchemas<'d> {
    /// Returns the type of a value for which all these schemas hold; without one, any JSON.
    pub fn type_of(&mut self, written: &[Node<'d>]) -> RustType {
        let shapes = written.iter().map(|&node| self.shape(node, 0));
        shapes.reduce(Shape::all_of).unwrap_or_default().rust_type()
    }

    /// Returns the type of a value for which one of these schemas holds.
    pub fn any_type_of(&mut self, alternatives: &[Node<'d>]) -> RustType {
        let mut different: Vec<Node<'d>> = Vec::new();
        for &alternative in alternatives {
            if !different.iter().any(|known| is_same(*known, alternative)) {
                different.push(alternative);
            }
        }
        self.any_of(&different, 0).rust_type()
    }

    fn shape(&mut self, node: Node<'d>, depth: usize) -> Shape {
        if depth > MAX_DEPTH {
            return Shape::default();
        }
        if node.get("$ref").is_none() {
            return self.composed(node, depth);
        }
        let Ok(target) = node.resolve() else { return Shape::default() };
        if let Some(known) = self.known.get(&target) {
            return known.clone();
        }
        // A schema that is a part of itself has no end.
        if !self.pending.insert(target) {
            return Shape::default();
        }
        let mut shape = self.composed(target, depth + 1);
        self.pending.remove(&target);
        // A component that is only another one has a type of its own around it.
        shape.wraps = shape.name.take();
        shape.name = Some(pascal(&name_of(target)));
        self.known.insert(target, shape.clone());
        shape
    }

    /// Returns the shape of a schema with the parts of its compositions.
    fn composed(&mut self, node: Node<'d>, depth: usize) -> Shape {
        let own = self.own(node, depth);
        let list = |key| node.get(key).into_iter().flat_map(Node::items).collect::<Vec<_>>();
        let mut parts: Vec<Shape> =
            list("allOf").into_iter().map(|part| self.shape(part, depth + 1)).collect();
        for alternatives in [list("oneOf"), list("anyOf")] {
            if !alternatives.is_empty() {
                parts.push(self.any_of(&alternatives, depth));
            }
        }
        let is_nullable = own.nullable || parts.iter().any(|part| part.nullable);
        parts.retain(Shape::has_type);
        let mut shape = match parts.as_slice() {
            // The type next to a reference only repeats the type of the schema.
            [only] if !has_keywords(node) => only.clone(),
            _ => parts.into_iter().fold(own, Shape::all_of),
        };
        shape.nullable = is_nullable;
        shape
    }

    fn any_of(&mut self, alternatives: &[Node<'d>], depth: usize) -> Shape {
        let mut alternatives = alternatives.to_vec();
        alternatives.dedup_by(|one, other| is_same(*one, *other));
        let shapes = alternatives.into_iter().map(|one| self.shape(one, depth + 1));
        // An alternative that is only null makes the others nullable.
        let (shapes, nulls): (Vec<_>, Vec<_>) =
            shapes.partition(|shape| shape.has_type() || !shape.nullable);
        let mut shape = Shape::any_of(shapes);
        shape.nullable |= !nulls.is_empty();
        shape
    }

    /// Returns the shape of a schema without its compositions.
    fn own(&mut self, node: Node<'d>, depth: usize) -> Shape {
        let kind = Kind::of(node);
        let values = |key: &str| node.get(key).into_iter().flat_map(Node::items);
        let is_null = |value: Node| value.kind() == JsonKind::Null;
        let listed = values("enum").any(|value| !is_null(value))
            || values(EXTENSIBLE_ENUM).any(|value| value.as_str().is_some());
        let is_text = kind == Some(Kind::Text);
        let format = node.get("format").and_then(Node::as_str).unwrap_or_default();
        let bound = |key| node.get(key).map(|bound| bound.to_value().to_string());
        let has_members = |key| node.get(key).is_some_and(|members| !members.is_empty());
        let is_true = |key: &str| node.get(key).and_then(Node::as_bool) == Some(true);
        Shape {
            name: None,
            wraps: None,
            kind,
            listed: is_text && listed,
            secret: is_text && format == "password",
            format: format.to_owned(),
            minimum: bound("minimum"),
            maximum: bound("maximum"),
            has_properties: has_members("properties") || has_members("required"),
            rest: self.rest(node, depth),
            nullable: is_true("nullable") || values("enum").any(is_null),
        }
    }

    fn rest(&mut self, node: Node<'d>, depth: usize) -> Rest {
        match node.get("additionalProperties") {
            Some(value) if value.as_bool() == Some(true) => Rest::Any,
            Some(value) if value.is_object() => {
                if self.shape(value, depth + 1).has_type() {
                    Rest::Typed
                } else {
                    Rest::Any
                }
            }
            _ => Rest::None,
        }
    }
}

/// Returns the name of what a reference refers to.
fn name_of(target: Node) -> String {
    let pointer = target.pointer();
    let mut tokens = pointer.rsplit('/').filter(|token| token.parse::<usize>().is_err());
    match target.key() {
        Some(key) => key.to_owned(),
        None => tokens.next().unwrap_or_default().to_owned(),
    }
}

/// Whether a schema has keywords that decide its type, besides `type` and compositions.
fn has_keywords(node: Node) -> bool {
    let is_text = Kind::of(node) == Some(Kind::Text);
    node.entries().any(|entry| match entry.key {
        "enum" => is_text,
        EXTENSIBLE_ENUM | "additionalProperties" | "items" | "properties" | "required" => true,
        _ => false,
    })
}

/// Whether a schema that has no name becomes a list or a map, which is empty when it is missing.
pub fn is_collection(schema: Node) -> bool {
    let ty = RustSchemas::default().type_of(&[schema]);
    ty.name.is_none() && !ty.nullable && matches!(ty.form, Form::List | Form::Map { .. })
}

/// Whether the client has a type for a component that nothing refers to, or for a part of it.
pub fn is_declared_unused(schema: Node) -> bool {
    declares(schema, true)
}

/// Whether the client has a type for a part of a component that nothing refers to.
pub fn declares_inside(schema: Node) -> bool {
    is_in_component(schema) && declares(schema, false)
}

/// Whether a schema is a component or a part of one, and not of an operation.
pub fn is_in_component(schema: Node) -> bool {
    let mut around = std::iter::successors(schema.parent(), |node| node.parent());
    around.any(|node| node.key() == Some("schemas") && parent_key(node) == Some("components"))
}

fn parent_key<'d>(node: Node<'d>) -> Option<&'d str> {
    node.parent().and_then(Node::key)
}

fn declares(schema: Node, is_named: bool) -> bool {
    let mut types = RustSchemas::default();
    let mut open = vec![(schema, is_named)];
    while let Some((node, is_named)) = open.pop() {
        if node.get("$ref").is_some() {
            continue;
        }
        if types.type_of(&[node]).is_always_declared(is_named) {
            return true;
        }
        let properties = node.get("properties").into_iter().flat_map(Node::entries);
        let parts = ["items", "additionalProperties"].into_iter().filter_map(|key| node.get(key));
        open.extend(properties.map(|entry| entry.value).chain(parts).map(|part| (part, false)));
    }
    false
}

/// Whether a schema becomes an enum in Rust.
pub fn is_enum(schema: &ResolvedObject) -> bool {
    RustSchemas::default().type_of(schema.parts()).form == Form::Enum
}

/// The reference that gives a type its name: a schema itself, or what it only wraps.
pub fn named(schema: Node) -> Option<Node> {
    if referenced(schema).is_some() {
        return Some(schema);
    }
    let is_bare =
        !has_keywords(schema) && ["oneOf", "anyOf"].iter().all(|key| schema.get(key).is_none());
    let mut only = schema.get("allOf").filter(|list| list.len() == 1)?.items();
    only.next().filter(|only| is_bare && referenced(*only).is_some())
}

#[cfg(test)]
mod tests {
    use spec::{Document, Source};

    use super::RustSchemas;

    const NAMED: &str = "
  Word: {type: string}
  Cat: {type: object, properties: {a: {type: string}}}
  Alias: {$ref: '#/components/schemas/Cat'}
  Wrap: {allOf: [{$ref: '#/components/schemas/Cat'}]}
  Loop: {allOf: [{$ref: '#/components/schemas/Loop'}, {type: object, properties: {a: {}}}]}
";

    #[test]
    fn schemas_have_the_types_that_generate_gives_them() {
        let cat = "{$ref: '#/components/schemas/Cat'}";
        let word = "{$ref: '#/components/schemas/Word'}";
        for (schema, expected) in [
            ("{}", "Value"),
            ("{enum: [a, null]}", "Option<enum>"),
            ("{enum: [1, 2]}", "i64"),
            ("{type: string, x-extensible-enum: [a]}", "enum"),
            ("{type: number, format: float}", "f64"),
            ("{type: integer, format: int32, maximum: 5000000000}", "i64"),
            ("{items: {}}", "Vec"),
            ("{additionalProperties: true}", "map"),
            ("{required: [a]}", "struct"),
            (cat, "Cat"),
            ("{$ref: '#/components/schemas/Alias'}", "Cat"),
            ("{$ref: '#/components/schemas/Wrap'}", "Wrap around Cat"),
            ("{$ref: '#/components/schemas/Loop'}", "Loop"),
            ("{$ref: '#/components/schemas/Missing'}", "Value"),
            (&format!("{{allOf: [{cat}], description: A., x-a: 1}}"), "Cat"),
            (&format!("{{allOf: [{cat}], nullable: true}}"), "Option<Cat>"),
            (&format!("{{allOf: [{cat}, {{type: object}}]}}"), "struct"),
            (&format!("{{allOf: [{word}], maxLength: 3}}"), "Word"),
            (&format!("{{allOf: [{word}], enum: [a], type: string}}"), "enum"),
            (&format!("{{allOf: [{word}, {cat}]}}"), "Value"),
            (&format!("{{oneOf: [{cat}, {{nullable: true}}]}}"), "Option<Cat>"),
            (&format!("{{anyOf: [{cat}, {{properties: {{b: {{}}}}}}]}}"), "struct"),
            (&format!("{{anyOf: [{cat}, {word}]}}"), "Value"),
            ("{oneOf: [{enum: [a]}, {enum: [b]}]}", "enum"),
            ("{oneOf: [{enum: [a]}, {type: string}]}", "String"),
            ("{oneOf: [{type: string}, {type: string, format: password}]}", "Secret"),
            ("{oneOf: [{type: integer, format: int32}, {type: integer}]}", "i64"),
            ("{oneOf: [{type: integer}, {type: number}]}", "f64"),
            ("{oneOf: [{type: integer}, {type: string}]}", "Value"),
        ] {
            let head = "openapi: 3.0.3\ncomponents:\n schemas:\n";
            let text = format!("{head}  It: {schema}{NAMED}");
            let source = Source::new("a.yaml", text);
            let document = Document::parse(&source).expect("a document");
            let it = document.at("/components/schemas/It").expect("a schema");
            assert_eq!(RustSchemas::default().type_of(&[it]).to_string(), expected, "{schema}");
        }
    }
}
