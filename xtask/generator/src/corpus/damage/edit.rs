//! Damage to documents: any value in any place, keys where they do not belong, text that breaks off.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Returns the text of a document with some damage.
pub fn damage(original: &Value, random: &mut Rng) -> String {
    let mut document = original.clone();
    let mut pointers = Vec::new();
    collect(&document, String::new(), &mut pointers);
    for _ in 0..random.usize(1..6) {
        let pointer = random.choice(&pointers).map_or("", String::as_str);
        let new = value(&document, &pointers, random);
        if let Some(place) = document.pointer_mut(pointer) {
            hit(place, new, random);
        }
    }
    let mut text = document.to_string();
    if random.u8(..50) == 0 {
        let mut end = random.usize(..=text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
    text
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{index}"), pointers);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(member, format!("{pointer}/{key}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

/// Changes what is in one place.
fn hit(place: &mut Value, new: Value, random: &mut Rng) {
    let key = KEYS[random.usize(..KEYS.len())].to_owned();
    match (random.u8(..4), place) {
        (0, Value::Object(members)) => drop(members.insert(key, new)),
        (1, Value::Object(members)) => drop(take(members, random)),
        (2, Value::Object(members)) => {
            let moved = take(members, random);
            members.extend(moved.map(|value| (key, value)));
        }
        (0, Value::Array(items)) => items.push(new),
        (1, Value::Array(items)) if !items.is_empty() => {
            items.remove(random.usize(..items.len()));
        }
        (_, place) => *place = new,
    }
}

fn take(members: &mut Map<String, Value>, random: &mut Rng) -> Option<Value> {
    let key = random.choice(members.keys())?.clone();
    members.shift_remove(&key)
}

/// The longest value that is copied from elsewhere, as JSON.
const LONGEST: usize = 20_000;

fn value(document: &Value, pointers: &[String], random: &mut Rng) -> Value {
    let pointer = random.choice(pointers).map_or("", String::as_str);
    let reference = json!({ "$ref": format!("#{pointer}") });
    match random.u8(..16) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(-1),
        3 => json!(1e308),
        4 => json!(0),
        5 => json!(KEYS[random.usize(..KEYS.len())]),
        6 => json!(""),
        7 => json!([]),
        8 => json!({}),
        9 => reference,
        10 => json!({ "$ref": "#/components/schemas/Nothing" }),
        11 => json!([{ "$ref": "#" }, { "$ref": "#/" }]),
        12 => json!({ "type": ["string", "null"] }),
        13 => json!("é✓\u{202e}"),
        14 => json!({ "allOf": [reference, { "type": "object" }] }),
        _ => {
            let copied = document.pointer(pointer).filter(|it| it.to_string().len() < LONGEST);
            copied.cloned().unwrap_or_default()
        }
    }
}

/// Keys, and values too, that mean something somewhere.
#[rustfmt::skip]
const KEYS: [&str; 53] = [
    "$ref", "200", "additionalProperties", "allOf", "anyOf", "application/json", "callbacks",
    "components", "content", "default", "deprecated", "discriminator", "encoding", "enum", "example",
    "exclusiveMaximum", "explode", "format", "headers", "in", "info", "integer", "items", "links",
    "mapping", "maximum", "minLength", "multipleOf", "name", "not", "nullable", "oneOf", "operationId",
    "parameters", "paths", "pattern", "properties", "readOnly", "requestBody", "required", "responses",
    "schema", "schemas", "security", "servers", "string", "style", "tags", "type", "writeOnly",
    "x-extensible-enum", "x-guaranteed", "x-sunset",
];
