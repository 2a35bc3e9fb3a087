//! Whether a value is what a schema says, with the place of each part that is not.
//!
//! The crate jsonschema would have to be told in its own dialect what `nullable`, `readOnly` and
//! `discriminator` mean, twice, once for requests and once for answers; and compiling a large
//! document for it takes three times as long as reading it. Here both are read as they stand.

mod composed;
mod format;
mod scalar;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use spec::{Kind as Json, Node};

use super::by_node::NodeHasher;
use super::outline::Outline;
use super::{composition, words};

/// How many schemas may apply to one another before a value is taken as it is.
const MAX_DEPTH: usize = 500;

/// Where a value is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Request,
    Answer,
    /// Not known: what only one direction requires is not required.
    Either,
}

/// A part of a value that its schema does not allow.
#[derive(Debug)]
pub struct Fault<'d> {
    pub node: Node<'d>,
    pub message: String,
}

impl<'d> Fault<'d> {
    /// One that was told when another alternative was tried.
    fn again(node: Node<'d>) -> Self {
        Self { node, message: String::new() }
    }
}

/// Compares values with schemas.
pub struct Judge<'a, 'd> {
    outline: &'a Outline<'d>,
    direction: Direction,
    patterns: HashMap<&'d str, Option<regress::Regex>>,
    /// Whether a value fits a schema, by whether alternatives were being tried.
    judged: HashMap<(Node<'d>, Node<'d>, bool), bool, BuildHasherDefault<NodeHasher>>,
    faults: Vec<Fault<'d>>,
    depth: usize,
    /// Whether alternatives are being tried, so that nobody reads the details.
    trying: bool,
}

impl<'a, 'd> Judge<'a, 'd> {
    pub fn new(outline: &'a Outline<'d>, direction: Direction) -> Self {
        Self {
            outline,
            direction,
            patterns: HashMap::new(),
            judged: HashMap::default(),
            faults: Vec::new(),
            depth: 0,
            trying: false,
        }
    }

    /// What is wrong with a value.
    pub fn faults(&mut self, schema: Node<'d>, value: Node<'d>) -> Vec<Fault<'d>> {
        self.value(schema, value);
        std::mem::take(&mut self.faults)
    }

    /// What is wrong with an entry of the schema's own `enum`.
    pub fn faults_of_entry(&mut self, schema: Node<'d>, entry: Node<'d>) -> Vec<Fault<'d>> {
        self.keywords(schema, entry, false);
        std::mem::take(&mut self.faults)
    }

    fn fault(&mut self, node: Node<'d>, message: String) {
        self.faults.push(Fault { node, message });
    }

    fn value(&mut self, schema: Node<'d>, value: Node<'d>) {
        let Some(schema) = self.outline.resolve(schema).filter(|_| self.depth < MAX_DEPTH) else {
            return;
        };
        // Without a memory, parts that share their parts would be compared without end.
        let known = self.judged.get(&(schema, value, self.trying)).copied();
        if known.is_some() {
            self.faults
                .extend(known.filter(|fits| !fits && self.trying).map(|_| Fault::again(value)));
            return;
        }
        let may_share = value.is_object() || value.is_array() || composition::is_composed(schema);
        // A schema that comes back to itself says nothing more.
        may_share.then(|| self.judged.insert((schema, value, self.trying), true));
        let before = self.faults.len();
        self.depth += 1;
        self.keywords(schema, value, true);
        self.depth -= 1;
        if may_share && self.faults.len() > before {
            self.judged.insert((schema, value, self.trying), false);
        }
    }

    fn keywords(&mut self, schema: Node<'d>, value: Node<'d>, listed: bool) {
        if let Some(message) = mismatch(schema, value) {
            return self.fault(value, message);
        }
        if let Some(list) = schema.get("enum").filter(|list| listed && list.is_array())
            && !list.items().any(|item| equal(item, value))
        {
            self.fault(value, unlisted(list, value));
        }
        match value.kind() {
            Json::Number => self.number(schema, value),
            Json::String => self.string(schema, value),
            Json::Array => self.array(schema, value),
            Json::Object => self.object(schema, value),
            Json::Null | Json::Bool => {}
        }
        self.composed(schema, value);
    }

    fn array(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.count(schema, value, ["minItems", "maxItems"], value.len() as u64, "items");
        if schema.get("uniqueItems").and_then(Node::as_bool) == Some(true) {
            let mut known = HashMap::new();
            for item in value.items() {
                let mut key = item.to_value();
                key.sort_all_objects();
                if known.insert(key.to_string(), item).is_some() {
                    self.fault(item, "this item is there twice, against `uniqueItems`".into());
                }
            }
        }
        if let Some(items) = schema.get("items").filter(|items| items.is_object()) {
            value.items().for_each(|item| self.value(items, item));
        }
    }

    fn object(&mut self, schema: Node<'d>, value: Node<'d>) {
        let bounds = ["minProperties", "maxProperties"];
        self.count(schema, value, bounds, value.len() as u64, "properties");
        let properties = schema.get("properties");
        let declared = |name: &str| properties.and_then(|properties| properties.get(name));
        let required = schema.get("required").into_iter().flat_map(Node::items);
        let missing = required.filter_map(Node::as_str).filter(|name| {
            value.get(name).is_none() && !declared(name).is_some_and(|one| self.is_elsewhere(one))
        });
        match missing.collect::<Vec<_>>().as_slice() {
            [] => {}
            [name] => self.fault(value, format!("the required property `{name}` is missing")),
            names => {
                let named = names[..names.len().min(5)].join("`, `");
                let more = if names.len() > 5 { ", …" } else { "" };
                self.fault(value, format!("the required properties `{named}`{more} are missing"));
            }
        }
        let rest = schema.get("additionalProperties");
        for entry in value.entries() {
            match (declared(entry.key), rest) {
                (Some(property), _) => self.value(property, entry.value),
                (None, Some(rest)) if rest.as_bool() == Some(false) => {
                    self.fault(entry.value, format!("`{}` is no property", entry.key));
                }
                (None, Some(rest)) if rest.is_object() => self.value(rest, entry.value),
                _ => {}
            }
        }
    }

    /// Whether a property is sent in the other direction only.
    fn is_elsewhere(&self, property: Node<'d>) -> bool {
        let Some(property) = self.outline.resolve(property) else { return true };
        let is = |field: &str| property.get(field).and_then(Node::as_bool) == Some(true);
        match self.direction {
            Direction::Request => is("readOnly"),
            Direction::Answer => is("writeOnly"),
            Direction::Either => is("readOnly") || is("writeOnly"),
        }
    }

    fn count(
        &mut self,
        schema: Node<'d>,
        value: Node<'d>,
        [least, most]: [&str; 2],
        count: u64,
        what: &str,
    ) {
        let bound = |field: &str| schema.get(field).and_then(Node::as_u64);
        if let Some(bound) = bound(least).filter(|bound| count < *bound) {
            self.fault(value, format!("{count} {what}, but `{least}` is {bound}"));
        }
        if let Some(bound) = bound(most).filter(|bound| count > *bound) {
            self.fault(value, format!("{count} {what}, but `{most}` is {bound}"));
        }
    }
}

/// What the type of a schema says against a value.
fn mismatch(schema: Node, value: Node) -> Option<String> {
    let kind = schema.get("type")?.as_str()?;
    let nullable = schema.get("nullable").and_then(Node::as_bool) == Some(true);
    let is = value.kind();
    let fits = match kind {
        "array" => is == Json::Array,
        "boolean" => is == Json::Bool,
        "integer" => value.number_text().is_some_and(|text| !text.contains(['.', 'e', 'E'])),
        "number" => is == Json::Number,
        "object" => is == Json::Object,
        "string" => is == Json::String,
        // Another rule says that there is no such type.
        _ => true,
    };
    if fits || is == Json::Null && nullable {
        return None;
    }
    let found = match (is, value.number_text()) {
        (Json::Null, _) => "null, and the schema is not `nullable`".to_owned(),
        (Json::Number, Some(text)) => format!("the number {text}"),
        (is, _) => words::kind(is).to_owned(),
    };
    Some(format!("type `{kind}` is wanted, and this is {found}"))
}

fn unlisted(list: Node, value: Node) -> String {
    let listed: Vec<String> =
        list.items().take(8).map(|item| item.to_value().to_string()).collect();
    let more = if list.len() > listed.len() { ", …" } else { "" };
    let mut found = value.to_value().to_string();
    if found.chars().count() > 60 {
        found = found.chars().take(60).chain(['…']).collect();
    }
    format!("{found} is none of {}{more}", listed.join(", "))
}

/// Whether two values are the same in JSON.
fn equal(one: Node, other: Node) -> bool {
    match (one.kind(), other.kind()) {
        (Json::Number, Json::Number) => one.as_f64() == other.as_f64(),
        (Json::String, Json::String) => one.as_str() == other.as_str(),
        (Json::Bool, Json::Bool) => one.as_bool() == other.as_bool(),
        (Json::Array, Json::Array) => {
            one.len() == other.len() && one.items().zip(other.items()).all(|(a, b)| equal(a, b))
        }
        (Json::Object, Json::Object) => {
            let same =
                |entry: spec::Entry| other.get(entry.key).is_some_and(|b| equal(entry.value, b));
            one.len() == other.len() && one.entries().all(same)
        }
        (one, other) => one == other,
    }
}
