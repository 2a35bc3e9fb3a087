//! The keywords for arrays and objects.

use std::cmp::Ordering;
use std::collections::HashSet;

use spec::{Decimal, Direction, Entry, Node, canonical};

use super::help;
use super::validator::Validator;
use super::violation::Violation;
use crate::{composition, words};

impl<'d> Validator<'_, 'd> {
    pub(super) fn array(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.count(schema, value, ["minItems", "maxItems"], value.len() as u64, "items");
        if schema.get("uniqueItems").and_then(Node::as_bool) == Some(true) {
            let mut known = HashSet::new();
            for item in value.items() {
                if !known.insert(canonical(item)) {
                    self.reject(item, "`uniqueItems` allows each item once, found it twice".into());
                }
            }
        }
        if let Some(items) = schema.get("items").filter(|items| items.is_object()) {
            value.items().for_each(|item| self.value(items, item));
        }
    }

    pub(super) fn object(&mut self, schema: Node<'d>, value: Node<'d>) {
        let bounds = ["minProperties", "maxProperties"];
        self.count(schema, value, bounds, value.len() as u64, "properties");
        let properties = schema.get("properties");
        let declared = |name: &str| properties.and_then(|properties| properties.get(name));
        let required = schema.get("required").into_iter().flat_map(Node::items);
        let missing = required
            .filter_map(Node::as_str)
            .filter(|name| value.get(name).is_none() && !self.is_elsewhere(schema, name));
        let missing: Vec<&str> = missing.collect();
        if !missing.is_empty() {
            self.lacks(value, &missing);
        }
        let is_replaced = properties.is_some_and(|properties| self.index.is_replaced(properties));
        self.is_sure &= !is_replaced;
        let rest = schema.get("additionalProperties").filter(|_| !is_replaced);
        for entry in value.entries() {
            match (declared(entry.key), rest) {
                (Some(property), _) => self.value(property, entry.value),
                (None, Some(rest)) if rest.as_bool() == Some(false) => {
                    self.refuse(schema, entry);
                }
                (None, Some(rest)) if rest.is_object() => self.value(rest, entry.value),
                _ => {}
            }
        }
    }

    /// Rejects an object without properties that are required.
    fn lacks(&mut self, value: Node<'d>, names: &[&str]) {
        let shown: Vec<&str> = names.iter().copied().take(5).collect();
        let shown = shown.join("`, `");
        let message = match names.len() {
            1 => format!("the required property `{shown}` is missing"),
            2..=5 => format!("the required properties `{shown}` are missing"),
            _ => format!("the required properties `{shown}`, … are missing"),
        };
        let help = (!self.probing).then(|| help::for_missing(names));
        self.violations.push(Violation { help, ..Violation::new(value, message) });
    }

    /// Rejects a property that a closed schema does not declare.
    fn refuse(&mut self, schema: Node<'d>, entry: Entry<'d>) {
        let known = schema.get("properties").into_iter().flat_map(Node::entries);
        let near = match self.probing {
            true => String::new(),
            false => self.index.spelling.suggestion(entry.key, known.map(|entry| entry.key)),
        };
        let (key, closed) = (words::cut(entry.key), words::schema(schema));
        let message = format!(
            "`{key}` is not a property of {closed}, which has `additionalProperties: false`{near}"
        );
        let help = format!(
            "remove `{key}`, declare it in {closed}, or remove `additionalProperties: false` there"
        );
        let violation = Violation::new(entry.value, message);
        self.violations.push(Violation { help: Some(help), ..violation });
    }

    /// Whether a property is sent in the other direction only. That may be said by another part
    /// of the schema than the one that requires it.
    fn is_elsewhere(&self, schema: Node<'d>, name: &str) -> bool {
        let flags: &[&str] = match self.direction {
            Some(Direction::Request) => &["readOnly"],
            Some(Direction::Response) => &["writeOnly"],
            None => &["readOnly", "writeOnly"],
        };
        let is_flagged = |part: &Node| {
            flags.iter().any(|flag| part.get(flag).and_then(Node::as_bool) == Some(true))
        };
        let all = self.schema_stack[self.stack_base..].iter().chain([&schema]);
        let parts = all.flat_map(|schema| composition::conjuncts(self.index, *schema));
        parts.filter_map(|part| part.get("properties")?.get(name)).any(|property| {
            let conjuncts = composition::conjuncts(self.index, property);
            conjuncts.is_empty() || conjuncts.iter().any(is_flagged)
        })
    }

    pub(super) fn count(
        &mut self,
        schema: Node<'d>,
        value: Node<'d>,
        [least, most]: [&str; 2],
        count: u64,
        what: &str,
    ) {
        for (field, wrong) in [(least, Ordering::Less), (most, Ordering::Greater)] {
            let Some(node) = schema.get(field) else { continue };
            let bound = Decimal::of(node).zip(Decimal::parse(&count.to_string()));
            if bound.is_some_and(|(bound, count)| count.cmp(&bound) == wrong) {
                let bound = words::value(node);
                self.reject(value, format!("`{field}` is {bound}, found {count} {what}"));
            }
        }
    }
}
