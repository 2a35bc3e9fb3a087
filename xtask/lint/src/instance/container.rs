//! The keywords for arrays and objects.

use std::collections::HashSet;

use spec::{Direction, Node};

use super::validator::Validator;
use crate::composition;
use spec::canonical;

impl<'d> Validator<'_, 'd> {
    pub(super) fn array(&mut self, schema: Node<'d>, value: Node<'d>) {
        self.count(schema, value, ["minItems", "maxItems"], value.len() as u64, "items");
        if schema.get("uniqueItems").and_then(Node::as_bool) == Some(true) {
            let mut known = HashSet::new();
            for item in value.items() {
                if !known.insert(canonical(item)) {
                    self.reject(item, "this item is there twice, against `uniqueItems`".into());
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
        match missing.collect::<Vec<_>>().as_slice() {
            [] => {}
            [name] => self.reject(value, format!("the required property `{name}` is missing")),
            names => {
                let named = names[..names.len().min(5)].join("`, `");
                let more = if names.len() > 5 { ", …" } else { "" };
                self.reject(value, format!("the required properties `{named}`{more} are missing"));
            }
        }
        let is_replaced = properties.is_some_and(|properties| self.index.is_replaced(properties));
        self.is_sure &= !is_replaced;
        let rest = schema.get("additionalProperties").filter(|_| !is_replaced);
        for entry in value.entries() {
            match (declared(entry.key), rest) {
                (Some(property), _) => self.value(property, entry.value),
                (None, Some(rest)) if rest.as_bool() == Some(false) => {
                    self.reject(entry.value, format!("`{}` is no property", entry.key));
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
        let bound = |field: &str| schema.get(field).and_then(Node::as_u64);
        if let Some(bound) = bound(least).filter(|bound| count < *bound) {
            self.reject(value, format!("{count} {what}, but `{least}` is {bound}"));
        }
        if let Some(bound) = bound(most).filter(|bound| count > *bound) {
            self.reject(value, format!("{count} {what}, but `{most}` is {bound}"));
        }
    }
}
