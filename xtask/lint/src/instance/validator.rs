//! Compares a value with all that its schema says, keyword by keyword.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use spec::{Direction, Kind as Json, Node};

use super::discriminator::Discriminators;
use super::help;
use super::violation::Violation;
use crate::by_node::NodeMap;
use crate::object_index::ObjectIndex;
use crate::{composition, words};
use pattern::{Budget, Pattern, TooCostly};
use spec::{canonical, is_same};

/// How many schemas may apply to one another before a value is not compared any more.
const MAX_DEPTH: usize = 500;

/// How many comparisons of a value with a schema are made in all. One list of values and one of
/// alternatives may multiply to any number of them.
const MAX_WORK: u64 = 500_000;

/// Up to so many values, comparing all is faster than looking one up.
const SHORT_LIST: usize = 16;

/// Validates values against schemas.
pub struct Validator<'a, 'd> {
    pub(super) index: &'a ObjectIndex<'d>,
    /// Where the value is sent; if that is not known, what only one direction requires is not
    /// required.
    pub(super) direction: Option<Direction>,
    pub(super) patterns: HashMap<&'d str, Result<Option<Pattern>, TooCostly>>,
    pub(super) budget: Budget,
    /// How many comparisons were made.
    work: u64,
    /// The values of long lists in `enum`.
    listed: NodeMap<'d, HashSet<String>>,
    pub(super) discriminators: Discriminators<'a, 'd>,
    /// Values that were not compared with all of their schema.
    pub(super) unchecked: Vec<Violation<'d>>,
    /// Whether a value fits a schema, and whether that is sure; by whether alternatives were
    /// probed.
    cache: HashMap<(Node<'d>, Node<'d>, bool), (bool, bool), FixedState>,
    pub(super) violations: Vec<Violation<'d>>,
    /// Whether all was understood, so that a value without violations surely fits.
    pub(super) is_sure: bool,
    /// The schemas that led to the current one: those of the values around, and of each the
    /// alternatives that are probed.
    pub(super) schema_stack: Vec<Node<'d>>,
    /// The position in `schema_stack` of the schema of the current value.
    pub(super) stack_base: usize,
    depth: usize,
    /// Whether alternatives are probed, so that details are not reported.
    pub(super) probing: bool,
}

impl<'a, 'd> Validator<'a, 'd> {
    pub fn new(index: &'a ObjectIndex<'d>, direction: Option<Direction>) -> Self {
        Self {
            index,
            direction,
            patterns: HashMap::new(),
            budget: Budget::default(),
            work: 0,
            listed: NodeMap::default(),
            discriminators: Discriminators::new(index),
            unchecked: Vec::new(),
            cache: HashMap::default(),
            violations: Vec::new(),
            is_sure: true,
            schema_stack: Vec::new(),
            stack_base: 0,
            depth: 0,
            probing: false,
        }
    }

    /// Returns the violations of a value.
    pub fn violations(&mut self, schema: Node<'d>, value: Node<'d>) -> Vec<Violation<'d>> {
        self.value(schema, value);
        std::mem::take(&mut self.violations)
    }

    /// Returns the violations of an entry of the schema's own `enum`.
    pub fn violations_of_entry(&mut self, schema: Node<'d>, entry: Node<'d>) -> Vec<Violation<'d>> {
        self.keywords(schema, entry, false);
        std::mem::take(&mut self.violations)
    }

    /// Returns the values that were not compared with all of their schema.
    pub fn unchecked(self) -> Vec<Violation<'d>> {
        self.unchecked
    }

    pub(super) fn reject(&mut self, node: Node<'d>, message: String) {
        self.violations.push(Violation::new(node, message));
    }

    /// Compares a value with all that its schema says.
    pub(super) fn value(&mut self, schema: Node<'d>, value: Node<'d>) {
        let around = std::mem::replace(&mut self.stack_base, self.schema_stack.len());
        self.alternative(schema, value);
        self.stack_base = around;
    }

    /// Compares a value with one of the schemas that it may be of.
    pub(super) fn alternative(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.schema_stack.push(schema);
        self.part(schema, value);
        self.schema_stack.pop();
    }

    /// Compares a value with a part of what its schema says.
    pub(super) fn part(&mut self, schema: Node<'d>, value: Node<'d>) {
        let Some(schema) = self.index.resolve(schema) else {
            self.is_sure = false;
            return;
        };
        self.work += 1;
        if self.work >= MAX_WORK {
            self.is_sure = false;
            if self.work == MAX_WORK {
                let message = format!(
                    "cannot compare this value and the values after it: the limit of {MAX_WORK} comparisons is reached"
                );
                self.unchecked.push(Violation::new(value, message));
            }
            return;
        }
        if self.depth == MAX_DEPTH {
            self.is_sure = false;
            let message =
                format!("cannot compare the value: more than {MAX_DEPTH} schemas are nested here");
            return self.unchecked.push(Violation::new(value, message));
        }
        // Without a memory, parts that share their parts would be compared without end.
        let key = (schema, value, self.probing);
        if let Some((fits, is_sure)) = self.cache.get(&key) {
            self.is_sure &= is_sure;
            self.violations.extend((!fits && self.probing).then(|| Violation::again(value)));
            return;
        }
        let may_share = value.is_object() || value.is_array() || composition::is_composed(schema);
        // A schema that comes back to itself says nothing more.
        may_share.then(|| self.cache.insert(key, (true, true)));
        let before = self.violations.len();
        let was_sure = std::mem::replace(&mut self.is_sure, true);
        self.depth += 1;
        self.keywords(schema, value, true);
        self.depth -= 1;
        let fits = self.violations.len() == before;
        may_share.then(|| self.cache.insert(key, (fits, self.is_sure)));
        self.is_sure &= was_sure;
    }

    fn keywords(&mut self, schema: Node<'d>, value: Node<'d>, listed: bool) {
        if let Some(message) = mismatch(schema, value) {
            let kind = schema.get("type").and_then(Node::as_str).unwrap_or_default();
            let help = if self.probing { None } else { help::for_type(kind, value) };
            let violation = Violation::new(value, message);
            return self.violations.push(Violation { help, is_decisive: true, ..violation });
        }
        if let Some(list) = schema.get("enum").filter(|list| listed && list.is_array())
            && !self.is_listed(list, value)
        {
            let violation = self.unlisted(list, value);
            self.violations.push(violation);
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

    fn unlisted(&self, list: Node<'d>, value: Node<'d>) -> Violation<'d> {
        let found = words::value(value);
        let message = match list.len() {
            0 => format!("expected no value, because `enum` is empty; found {found}"),
            1 => format!("expected {}, found {found}", help::listed(list)),
            _ => format!("expected one of {}, found {found}", help::listed(list)),
        };
        let is_decisive = list.len() == 1;
        // When alternatives are probed, most messages are not shown.
        if self.probing {
            return Violation { is_decisive, ..Violation::new(value, message) };
        }
        let known = list.items().filter_map(Node::as_str);
        let near = value.as_str().map(|text| self.index.spelling.suggestion(text, known));
        let violation = Violation::new(value, message + &near.unwrap_or_default());
        Violation { is_decisive, help: Some(help::for_list(list)), ..violation }
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
        (Json::Null, _) => "null; the schema has no `nullable: true`".to_owned(),
        (Json::Number, Some(text)) => format!("the number {}", words::cut(text)),
        (is, _) => words::kind(is).to_owned(),
    };
    Some(format!("expected `{kind}`, found {found}"))
}
