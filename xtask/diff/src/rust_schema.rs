//! Decides which type in Rust a schema becomes, as the passes of `generate` do.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::pascal;
use spec::{Kind as JsonKind, Node, is_same};

use super::extending::{Extensions, extends};
use super::rust_shape::{Kind, Shape};
use super::rust_type::{Rest, RustType};

/// The longest chain of compositions; the end of a longer one is any JSON in Rust.
const MAX_DEPTH: usize = 200;

/// The shapes of schemas, each composed once.
#[derive(Default)]
pub struct RustSchemas<'d> {
    known: HashMap<Node<'d>, Shape>,
    pending: HashSet<Node<'d>>,
    /// The shapes of bases without what extends them.
    bases: HashMap<Node<'d>, Shape>,
    /// What extends the bases of both documents.
    extensions: Rc<[Extensions<'d>; 2]>,
}

impl<'d> RustSchemas<'d> {
    /// Returns the types of schemas of which a base is also what extends it.
    pub fn of(extensions: Rc<[Extensions<'d>; 2]>) -> Self {
        Self { extensions, ..Self::default() }
    }

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
        match node.get("$ref").map(|_| node.resolve()) {
            _ if depth > MAX_DEPTH => Shape::default(),
            None => self.composed(node, depth),
            Some(Ok(target)) => self.component(target, depth),
            Some(Err(_)) => Shape::default(),
        }
    }

    /// Returns the shape of what a reference refers to.
    fn component(&mut self, target: Node<'d>, depth: usize) -> Shape {
        if let Some(known) = self.known.get(&target) {
            return known.clone();
        }
        // A schema that is a part of itself has no end.
        if depth > MAX_DEPTH || !self.pending.insert(target) {
            return Shape::default();
        }
        let own = self.without_extending(target, depth);
        let mut shapes = vec![own];
        for extending in self.extending(target) {
            shapes.push(self.component(extending, depth + 1));
        }
        let mut shape = Shape::any_of(shapes);
        self.pending.remove(&target);
        // A component that is only another one has a type of its own around it.
        shape.wraps = shape.name.take();
        shape.name = Some(pascal(&name_of(target)));
        self.known.insert(target, shape.clone());
        shape
    }

    /// Returns the schemas that are alternatives of a base.
    fn extending(&self, base: Node<'d>) -> Vec<Node<'d>> {
        self.extensions.iter().flat_map(|known| known.of_base(base)).copied().collect()
    }

    /// Returns the shape of a component alone, without what extends it.
    fn without_extending(&mut self, target: Node<'d>, depth: usize) -> Shape {
        if let Some(known) = self.bases.get(&target) {
            return known.clone();
        }
        // What is a part of itself has no end.
        self.bases.insert(target, Shape::default());
        let shape = self.composed(target, depth + 1);
        self.bases.insert(target, shape.clone());
        shape
    }

    /// Returns the shape of a part of `allOf`. What extends a base has only what the base says itself.
    fn part(&mut self, node: Node<'d>, part: Node<'d>, depth: usize) -> Shape {
        let base = part.get("$ref").and_then(|_| part.resolve().ok());
        match base.filter(|base| extends(node) && !self.extending(*base).is_empty()) {
            Some(base) => self.without_extending(base, depth),
            None => self.shape(part, depth),
        }
    }

    /// Returns the shape of a schema with the parts of its compositions.
    fn composed(&mut self, node: Node<'d>, depth: usize) -> Shape {
        let own = self.own(node, depth);
        let list = |key| node.get(key).into_iter().flat_map(Node::items).collect::<Vec<_>>();
        let mut parts: Vec<Shape> =
            list("allOf").into_iter().map(|part| self.part(node, part, depth + 1)).collect();
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
pub fn has_keywords(node: Node) -> bool {
    let is_text = Kind::of(node) == Some(Kind::Text);
    node.entries().any(|entry| match entry.key {
        "enum" => is_text,
        EXTENSIBLE_ENUM | "additionalProperties" | "items" | "properties" | "required" => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use spec::{Document, Source};

    use super::super::rust_type::{Form, Rest};
    use super::{Extensions, RustSchemas};

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

    #[test]
    fn base_has_the_properties_of_what_extends_it() {
        let child = "{allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {}}}]}";
        for (schema, form) in [
            ("{$ref: '#/components/schemas/Base'}", Form::Struct(Rest::Any)),
            ("{$ref: '#/components/schemas/Child'}", Form::Struct(Rest::None)),
        ] {
            let base = "{type: object, discriminator: {propertyName: t}}";
            let schemas = format!("  Base: {base}\n  Child: {child}\n  It: {schema}\n");
            let text = format!("openapi: 3.0.3\ncomponents:\n schemas:\n{schemas}");
            let source = Source::new("a.yaml", text);
            let document = Document::parse(&source).expect("a document");
            let it = document.at("/components/schemas/It").expect("a schema");
            let extensions = Rc::new([Extensions::of(&document), Extensions::default()]);
            assert_eq!(RustSchemas::of(extensions).type_of(&[it]).form, form, "{schema}");
        }
    }
}
