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

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use spec::{Kind as Json, Node};

use super::by_node::{NodeHasher, NodeMap};
use super::outline::Outline;
use super::pattern::{Budget, Pattern, TooCostly};
use super::{composition, words};

use composed::Named;
pub use format::is_email;
use spec::{canonical, is_same};

/// How many schemas may apply to one another before a value is not compared any more.
const MAX_DEPTH: usize = 500;

/// How many comparisons of a value with a schema are made in all. One list of values and one of
/// alternatives may multiply to any number of them.
const MAX_WORK: u64 = 500_000;

/// Up to so many values, comparing all is faster than looking one up.
const SHORT_LIST: usize = 16;

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
    patterns: HashMap<&'d str, Result<Option<Pattern>, TooCostly>>,
    budget: Budget,
    /// How many comparisons were made.
    work: u64,
    /// The values of long lists in `enum`.
    listed: NodeMap<'d, HashSet<String>>,
    /// The alternatives of schemas with a discriminator.
    named: NodeMap<'d, Named<'d>>,
    /// Values that were not compared with all of their schema.
    unchecked: Vec<Fault<'d>>,
    /// Whether a value fits a schema, and whether that is sure, by whether alternatives were being
    /// tried.
    judged: HashMap<(Node<'d>, Node<'d>, bool), (bool, bool), BuildHasherDefault<NodeHasher>>,
    faults: Vec<Fault<'d>>,
    /// Whether all was understood, so that a value without faults surely fits.
    is_sure: bool,
    /// The schemas on the way to the one that is looked at: of values, and of each the alternatives
    /// that are being tried.
    way: Vec<Node<'d>>,
    /// Where on the way the schema of the value at hand is.
    whole: usize,
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
            budget: Budget::default(),
            work: 0,
            listed: NodeMap::default(),
            named: NodeMap::default(),
            unchecked: Vec::new(),
            judged: HashMap::default(),
            faults: Vec::new(),
            is_sure: true,
            way: Vec::new(),
            whole: 0,
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

    /// Returns the values that were not compared with all of their schema.
    pub fn unchecked(self) -> Vec<Fault<'d>> {
        self.unchecked
    }

    fn fault(&mut self, node: Node<'d>, message: String) {
        self.faults.push(Fault { node, message });
    }

    /// Compares a value with all that its schema says.
    fn value(&mut self, schema: Node<'d>, value: Node<'d>) {
        let around = std::mem::replace(&mut self.whole, self.way.len());
        self.alternative(schema, value);
        self.whole = around;
    }

    /// Compares a value with one of the schemas that it may be of.
    fn alternative(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.way.push(schema);
        self.part(schema, value);
        self.way.pop();
    }

    /// Compares a value with a part of what its schema says.
    fn part(&mut self, schema: Node<'d>, value: Node<'d>) {
        let Some(schema) = self.outline.resolve(schema) else {
            self.is_sure = false;
            return;
        };
        self.work += 1;
        if self.work >= MAX_WORK {
            self.is_sure = false;
            if self.work == MAX_WORK {
                let message = format!(
                    "not compared, nor is any value after it: {MAX_WORK} comparisons were made"
                );
                self.unchecked.push(Fault { node: value, message });
            }
            return;
        }
        if self.depth == MAX_DEPTH {
            self.is_sure = false;
            let message = format!("not compared: {MAX_DEPTH} schemas apply to one another here");
            return self.unchecked.push(Fault { node: value, message });
        }
        // Without a memory, parts that share their parts would be compared without end.
        let key = (schema, value, self.trying);
        if let Some((fits, is_sure)) = self.judged.get(&key) {
            self.is_sure &= is_sure;
            self.faults.extend((!fits && self.trying).then(|| Fault::again(value)));
            return;
        }
        let may_share = value.is_object() || value.is_array() || composition::is_composed(schema);
        // A schema that comes back to itself says nothing more.
        may_share.then(|| self.judged.insert(key, (true, true)));
        let before = self.faults.len();
        let was_sure = std::mem::replace(&mut self.is_sure, true);
        self.depth += 1;
        self.keywords(schema, value, true);
        self.depth -= 1;
        let fits = self.faults.len() == before;
        may_share.then(|| self.judged.insert(key, (fits, self.is_sure)));
        self.is_sure &= was_sure;
    }

    fn keywords(&mut self, schema: Node<'d>, value: Node<'d>, listed: bool) {
        if let Some(message) = mismatch(schema, value) {
            return self.fault(value, message);
        }
        if let Some(list) = schema.get("enum").filter(|list| listed && list.is_array())
            && !self.is_listed(list, value)
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

    fn is_listed(&mut self, list: Node<'d>, value: Node<'d>) -> bool {
        if list.len() <= SHORT_LIST {
            return list.items().any(|item| is_same(item, value));
        }
        let listed = self.listed.entry(list);
        let listed = listed.or_insert_with(|| list.items().map(canonical).collect());
        listed.contains(&canonical(value))
    }

    fn array(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.count(schema, value, ["minItems", "maxItems"], value.len() as u64, "items");
        if schema.get("uniqueItems").and_then(Node::as_bool) == Some(true) {
            let mut known = HashSet::new();
            for item in value.items() {
                if !known.insert(canonical(item)) {
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
        let missing = required
            .filter_map(Node::as_str)
            .filter(|name| value.get(name).is_none() && !self.is_elsewhere(schema, name));
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

    /// Whether a property is sent in the other direction only. That may be said by another part
    /// of the schema than the one that requires it.
    fn is_elsewhere(&self, schema: Node<'d>, name: &str) -> bool {
        let flags: &[&str] = match self.direction {
            Direction::Request => &["readOnly"],
            Direction::Answer => &["writeOnly"],
            Direction::Either => &["readOnly", "writeOnly"],
        };
        let is_flagged = |part: &Node| {
            flags.iter().any(|flag| part.get(flag).and_then(Node::as_bool) == Some(true))
        };
        let all = self.way[self.whole..].iter().chain([&schema]);
        let parts = all.flat_map(|schema| composition::conjuncts(self.outline, *schema));
        parts.filter_map(|part| part.get("properties")?.get(name)).any(|property| {
            let conjuncts = composition::conjuncts(self.outline, property);
            conjuncts.is_empty() || conjuncts.iter().any(is_flagged)
        })
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
        "integer" => value.number_text().is_some_and(spec::is_integer),
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
