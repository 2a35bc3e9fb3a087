//! Ways to rewrite a document without changing its meaning.

use serde_json::{Map, Value, json};

/// A way to rewrite a document; it returns the number of places that it rewrote.
pub struct Rewriting {
    pub name: &'static str,
    pub rewrite: fn(&mut Value) -> usize,
    /// Whether types in Rust get or lose their names, which are those of schemas.
    pub names_types: bool,
}

impl Rewriting {
    const fn new(name: &'static str, rewrite: fn(&mut Value) -> usize) -> Self {
        Self { name, rewrite, names_types: false }
    }

    const fn of_names(name: &'static str, rewrite: fn(&mut Value) -> usize) -> Self {
        Self { name, rewrite, names_types: true }
    }
}

pub const REWRITINGS: [Rewriting; 6] = [
    Rewriting::new("itself", |_| 1),
    Rewriting::new("keys reversed", reverse),
    Rewriting::of_names("schemas inlined", inline),
    Rewriting::of_names("schemas extracted", extract),
    Rewriting::new("references wrapped in allOf", wrap),
    Rewriting::new("allOf of one unwrapped", unwrap),
];

fn reverse(value: &mut Value) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(reverse).sum(),
        Value::Object(members) => {
            let inner: usize = members.values_mut().map(reverse).sum();
            *members = std::mem::take(members).into_iter().rev().collect();
            inner + 1
        }
        _ => 0,
    }
}

/// The longest schema that is inlined, as JSON, so that documents do not explode.
const LONGEST: usize = 4000;

fn inline(document: &mut Value) -> usize {
    let Some(named) = schemas(document).cloned() else { return 0 };
    // What extends the schema of a discriminator is known by its reference to it.
    let fits = |schema: &&Value| {
        schema.is_object()
            && schema.get("discriminator").is_none()
            && schema.to_string().len() < LONGEST
    };
    let named: Map<String, Value> = named.into_iter().filter(|(_, schema)| fits(&schema)).collect();
    let mut count = 0;
    each_schema(document, &mut |schema| {
        if let Some(known) = referenced(schema).and_then(|name| named.get(name)) {
            *schema = known.clone();
            count += 1;
        }
    });
    count
}

fn extract(document: &mut Value) -> usize {
    // A reference into a schema would not find what was extracted.
    if refers_inside(document) || schemas(document).is_none() {
        return 0;
    }
    let mut extracted = Map::new();
    let mut seen = 0;
    each_schema(document, &mut |schema| {
        seen += 1;
        let is_empty = schema.as_object().is_none_or(Map::is_empty);
        if seen % 3 == 0 && !is_empty && schema.get("$ref").is_none() {
            let name = format!("Extracted{seen}");
            let reference = json!({ "$ref": format!("{PREFIX}{name}") });
            extracted.insert(name, std::mem::replace(schema, reference));
        }
    });
    let count = extracted.len();
    if let Some(named) = schemas(document) {
        named.extend(extracted);
    }
    count
}

/// Whether there is a reference to something within a component.
fn refers_inside(value: &Value) -> bool {
    let deep = |target: &str| target.matches('/').count() > 3;
    match value {
        Value::Array(items) => items.iter().any(refers_inside),
        Value::Object(members) => members.iter().any(|(key, value)| match value.as_str() {
            Some(target) => key == "$ref" && deep(target),
            None => refers_inside(value),
        }),
        _ => false,
    }
}

fn wrap(document: &mut Value) -> usize {
    let mut count = 0;
    each_schema(document, &mut |schema| {
        if referenced(schema).is_some() {
            *schema = json!({ "allOf": [schema.take()] });
            count += 1;
        }
    });
    count
}

fn unwrap(document: &mut Value) -> usize {
    let mut count = 0;
    each_schema(document, &mut |schema| {
        let only = schema.as_object().is_some_and(|members| members.len() == 1);
        if let Some([of]) = schema["allOf"].as_array().map(Vec::as_slice).filter(|_| only) {
            *schema = of.clone();
            count += 1;
        }
    });
    count
}

const PREFIX: &str = "#/components/schemas/";

fn referenced(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)
}

/// The named schemas of a document that has components.
fn schemas(document: &mut Value) -> Option<&mut Map<String, Value>> {
    let components = document.get_mut("components")?.as_object_mut()?;
    components.entry("schemas").or_insert_with(|| json!({})).as_object_mut()
}

/// Edits every schema that has no name of its own, the inner ones first.
fn each_schema(document: &mut Value, edit: &mut dyn FnMut(&mut Value)) {
    in_object(document, edit);
}

fn in_object(value: &mut Value, edit: &mut dyn FnMut(&mut Value)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| in_object(item, edit)),
        Value::Object(members) => {
            // The name of a schema is a value of its discriminator: there it matters.
            let chooses = members.contains_key("discriminator");
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("example" | "examples" | "default" | "enum" | "mapping", _) => {}
                    (key, _) if key.starts_with("x-") => {}
                    ("schema" | "items" | "not" | "additionalProperties", value) => {
                        in_schema(value, edit);
                    }
                    ("properties", Value::Object(named)) => {
                        named.values_mut().for_each(|schema| in_schema(schema, edit));
                    }
                    ("allOf" | "oneOf" | "anyOf", Value::Array(of)) if !chooses => {
                        of.iter_mut().for_each(|schema| in_schema(schema, edit));
                    }
                    (key, Value::Object(named)) if NAMED.contains(&key) => {
                        named.values_mut().for_each(|value| in_object(value, edit));
                    }
                    (_, value) => in_object(value, edit),
                }
            }
        }
        _ => {}
    }
}

fn in_schema(schema: &mut Value, edit: &mut dyn FnMut(&mut Value)) {
    in_object(schema, edit);
    if schema.is_object() {
        edit(schema);
    }
}

/// What has names of the author as its keys.
const NAMED: [&str; 10] = [
    "callbacks",
    "content",
    "encoding",
    "headers",
    "links",
    "parameters",
    "paths",
    "requestBodies",
    "responses",
    "schemas",
];
