//! `allOf`, `anyOf`, `oneOf`, `not` and `discriminator`.

use spec::Node;

use super::discriminator::Selected;
use super::validator::Validator;
use super::violation::Violation;
use crate::words;

impl<'d> Validator<'_, 'd> {
    pub(super) fn composed(&mut self, schema: Node<'d>, value: Node<'d>) {
        for part in schema.get("allOf").into_iter().flat_map(Node::items) {
            self.part(part, value);
        }
        if let Some(not) = schema.get("not").filter(|not| not.is_object()) {
            let probed = self.probe(not, value);
            if probed.surely_fits() {
                self.reject(value, "`not` excludes this value".into());
            }
            self.is_sure &= probed.is_sure;
        }
        for keyword in ["anyOf", "oneOf"] {
            let Some(list) = schema.get(keyword).filter(|list| !list.is_empty()) else { continue };
            match self.discriminators.selected(schema, value) {
                Some(Selected::Schema(alternative)) => self.alternative(alternative, value),
                Some(Selected::None(node)) => {
                    let name = node.as_str().unwrap_or_default();
                    self.reject(node, format!("the discriminator selects no schema for `{name}`"));
                }
                Some(Selected::Unread) => self.is_sure = false,
                None => self.alternatives(keyword, list, value),
            }
        }
    }

    fn alternatives(&mut self, keyword: &str, list: Node<'d>, value: Node<'d>) {
        let probed: Vec<_> = list.items().map(|schema| self.probe(schema, value)).collect();
        let fitting = probed.iter().filter(|probed| probed.violations.is_empty()).count();
        let surely = probed.iter().filter(|probed| probed.surely_fits()).count();
        match fitting {
            0 if list.len() == 1 => list.items().for_each(|only| self.alternative(only, value)),
            0 => {
                let count = list.len();
                let message = format!("this matches none of the {count} schemas of `{keyword}`");
                // Of a composition inside of another one only this much is said.
                let near = if self.probing { None } else { nearest(list, value, &probed) };
                self.reject(value, message + &near.unwrap_or_default());
            }
            _ if keyword == "anyOf" => self.is_sure &= surely > 0,
            _ if surely > 1 => {
                self.reject(
                    value,
                    format!("expected exactly one schema of `oneOf` to match, found {surely}"),
                );
            }
            _ => self.is_sure &= surely == fitting,
        }
    }

    /// Returns whether a value surely violates a schema.
    pub fn rejects(&mut self, schema: Node<'d>, value: Node<'d>) -> bool {
        !self.probe(schema, value).violations.is_empty()
    }

    /// What a schema says against a value, if it is not this one that it must fit.
    fn probe(&mut self, schema: Node<'d>, value: Node<'d>) -> Probed<'d> {
        let violations = std::mem::take(&mut self.violations);
        let probing = std::mem::replace(&mut self.probing, true);
        let was_sure = std::mem::replace(&mut self.is_sure, true);
        self.alternative(schema, value);
        self.probing = probing;
        Probed {
            is_sure: std::mem::replace(&mut self.is_sure, was_sure),
            violations: std::mem::replace(&mut self.violations, violations),
        }
    }
}

/// The result of probing a schema.
struct Probed<'d> {
    violations: Vec<Violation<'d>>,
    is_sure: bool,
}

impl Probed<'_> {
    fn surely_fits(&self) -> bool {
        self.violations.is_empty() && self.is_sure
    }
}

/// The end of a message that names the nearest alternative and the first part of the value that
/// violates it.
fn nearest(list: Node, value: Node, probed: &[Probed]) -> Option<String> {
    let is_other = |violation: &Violation| {
        violation.is_decisive && (violation.node == value || violation.node.parent() == Some(value))
    };
    let distance =
        |probed: &Probed| (probed.violations.iter().any(is_other), probed.violations.len());
    let (at, near) = probed.iter().enumerate().min_by_key(|(_, probed)| distance(probed))?;
    let first = near.violations.iter().find(|violation| !violation.message.is_empty())?;
    let reference = list.items().nth(at).and_then(|schema| schema.get("$ref")?.as_str());
    let name = match reference.map(|text| (text, spec::schema_name(text))) {
        Some((_, Some(name))) => format!("`{}`", words::cut(&name)),
        Some((text, None)) => format!("`{}`", words::cut(text)),
        None => format!("schema {}", at + 1),
    };
    let (node, around) = (first.node.pointer(), value.pointer());
    let place = match node.strip_prefix(&around) {
        None | Some("") => String::new(),
        Some(inside) => format!(", at `{}`", words::cut(inside)),
    };
    Some(format!("; the closest is {name}{place}: {}", first.message))
}
