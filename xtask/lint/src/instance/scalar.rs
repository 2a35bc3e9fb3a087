//! The keywords for numbers and strings.

use std::cmp::Ordering;

use spec::Node;

use super::format;
use super::validator::Validator;
use super::violation::Violation;
use crate::words;
use pattern::{Pattern, TooCostly};
use spec::Decimal;

impl<'d> Validator<'_, 'd> {
    pub(super) fn number(&mut self, schema: Node<'d>, value: Node<'d>) {
        let (Some(text), Some(number)) = (value.number_text(), Decimal::of(value)) else { return };
        let bound =
            |field: &str| schema.get(field).and_then(|node| Some((Decimal::of(node)?, node)));
        let is = |field: &str| schema.get(field).and_then(Node::as_bool) == Some(true);
        for (keyword, exclusive, beyond, side) in [
            ("minimum", "exclusiveMinimum", Ordering::Less, "below"),
            ("maximum", "exclusiveMaximum", Ordering::Greater, "above"),
        ] {
            let Some((bound, node)) = bound(keyword) else { continue };
            let bound_text = node.number_text().unwrap_or_default();
            if number.partial_cmp(&bound) == Some(beyond) {
                self.reject(value, format!("{text} is {side} the `{keyword}` {bound_text}"));
            } else if number == bound && is(exclusive) {
                let message =
                    format!("{text} is the `{keyword}` {bound_text}, which `{exclusive}` excludes");
                self.reject(value, message);
            }
        }
        if let Some((step, node)) = bound("multipleOf")
            && number.is_multiple(&step) == Some(false)
        {
            let step = node.number_text().unwrap_or_default();
            self.reject(value, format!("{text} is not a multiple of {step}"));
        }
        if let Some(format) = schema.get("format").and_then(Node::as_str) {
            match format::number(format, &number) {
                Some(true) => {}
                Some(false) => self.reject(value, format!("{text} is out of range for `{format}`")),
                None => self.is_sure = false,
            }
        }
    }

    pub(super) fn string(&mut self, schema: Node<'d>, value: Node<'d>) {
        let Some(text) = value.as_str() else { return };
        let bounds = ["minLength", "maxLength"];
        self.count(schema, value, bounds, text.chars().count() as u64, "characters");
        if let Some(pattern) = schema.get("pattern").and_then(Node::as_str) {
            match self.is_found(pattern, text, value) {
                Some(true) => {}
                Some(false) => {
                    let (pattern, found) = (words::cut(pattern), words::value(value));
                    let message = format!("expected a match of `{pattern}`, found {found}");
                    self.reject(value, message);
                }
                None => self.is_sure = false,
            }
        }
        // Formats of other types are for numbers, or mean nothing.
        let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
        if let Some(format) = schema.get("format").and_then(Node::as_str) {
            match format::string(format, text).filter(|_| is_string) {
                Some(true) => {}
                Some(false) => {
                    let found = words::value(value);
                    let message = format!("expected the format `{format}`, found {found}");
                    self.reject(value, message);
                }
                None => self.is_sure = false,
            }
        }
    }

    fn is_found(&mut self, pattern: &'d str, text: &str, value: Node<'d>) -> Option<bool> {
        let compiled = self.patterns.entry(pattern).or_insert_with(|| Pattern::new(pattern));
        let found = match compiled {
            Ok(compiled) => compiled.as_ref()?.is_in(text, &self.budget),
            Err(TooCostly) => Err(TooCostly),
        };
        if found.is_err() {
            let start: String = pattern.chars().take(60).collect();
            let message = format!(
                "cannot compare the value with the pattern `{start}`: the comparison takes too many steps"
            );
            self.unchecked.push(Violation::new(value, message));
        }
        found.ok()
    }
}
