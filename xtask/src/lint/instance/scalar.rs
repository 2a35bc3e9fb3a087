//! The keywords for numbers and strings.

use spec::Node;

use super::{Judge, format};

impl<'d> Judge<'_, 'd> {
    pub(super) fn number(&mut self, schema: Node<'d>, value: Node<'d>) {
        let (Some(text), Some(number)) = (value.number_text(), value.as_f64()) else { return };
        let bound = |field: &str| schema.get(field).and_then(|node| Some((node.as_f64()?, node)));
        let is = |field: &str| schema.get(field).and_then(Node::as_bool) == Some(true);
        let least = bound("minimum")
            .filter(|(least, _)| number < *least || is("exclusiveMinimum") && number == *least);
        if let Some((_, node)) = least {
            let bound = node.number_text().unwrap_or_default();
            self.fault(value, format!("{text} is below the `minimum` {bound}"));
        }
        let most = bound("maximum")
            .filter(|(most, _)| number > *most || is("exclusiveMaximum") && number == *most);
        if let Some((_, node)) = most {
            let bound = node.number_text().unwrap_or_default();
            self.fault(value, format!("{text} is above the `maximum` {bound}"));
        }
        if let Some((step, node)) = bound("multipleOf").filter(|(step, _)| *step > 0.0) {
            let steps = number / step;
            // What is left over may be the rounding of decimal fractions.
            if (steps - steps.round()).abs() > 1e-9 * steps.abs().max(1.0) {
                let step = node.number_text().unwrap_or_default();
                self.fault(value, format!("{text} is no multiple of {step}"));
            }
        }
        if let Some(format) = schema.get("format").and_then(Node::as_str)
            && !format::number(format, number)
        {
            self.fault(value, format!("{text} does not fit `{format}`"));
        }
    }

    pub(super) fn string(&mut self, schema: Node<'d>, value: Node<'d>) {
        let Some(text) = value.as_str() else { return };
        let bounds = ["minLength", "maxLength"];
        self.count(schema, value, bounds, text.chars().count() as u64, "characters");
        if let Some(pattern) = schema.get("pattern").and_then(Node::as_str)
            && !self.matches(pattern, text)
        {
            self.fault(value, format!("this does not match `{pattern}`"));
        }
        // Formats of other types are for numbers, or mean nothing.
        let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
        if let Some(format) = schema.get("format").and_then(Node::as_str).filter(|_| is_string)
            && !format::string(format, text)
        {
            self.fault(value, format!("this is no `{format}`"));
        }
    }

    /// Whether a pattern is found; one that does not compile has a finding of its own.
    fn matches(&mut self, pattern: &'d str, text: &str) -> bool {
        let compiled = self.patterns.entry(pattern).or_insert_with(|| {
            let unicode = regress::Regex::with_flags(pattern, "u");
            unicode.or_else(|_| regress::Regex::new(pattern)).ok()
        });
        compiled.as_ref().is_none_or(|pattern| pattern.find(text).is_some())
    }
}
