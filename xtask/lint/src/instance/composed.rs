//! `allOf`, `anyOf`, `oneOf`, `not` and `discriminator`.

use spec::Node;

use super::discriminator::Selected;
use super::validator::{Validator, Violation};

impl<'d> Validator<'_, 'd> {
    pub(super) fn composed(&mut self, schema: Node<'d>, value: Node<'d>) {
        for part in schema.get("allOf").into_iter().flat_map(Node::items) {
            self.part(part, value);
        }
        if let Some(not) = schema.get("not").filter(|not| not.is_object()) {
            let probed = self.probe(not, value);
            if probed.surely_fits() {
                self.reject(value, "this is what `not` excludes".into());
            }
            self.is_sure &= probed.is_sure;
        }
        for keyword in ["anyOf", "oneOf"] {
            let Some(list) = schema.get(keyword).filter(|list| !list.is_empty()) else { continue };
            match self.discriminators.selected(schema, value) {
                Some(Selected::Schema(alternative)) => self.alternative(alternative, value),
                Some(Selected::None(node)) => {
                    let name = node.as_str().unwrap_or_default();
                    self.reject(node, format!("no schema is called `{name}`"));
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
                let near = nearest(probed).map(|message| format!("; of the nearest: {message}"));
                let near = near.unwrap_or_default();
                let count = list.len();
                self.reject(
                    value,
                    format!("this fits none of the {count} schemas of `{keyword}`{near}"),
                );
            }
            _ if keyword == "anyOf" => self.is_sure &= surely > 0,
            _ if surely > 1 => {
                self.reject(
                    value,
                    format!("this fits {surely} schemas of `oneOf`, and not just one"),
                );
            }
            _ => self.is_sure &= surely == fitting,
        }
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

/// The first violation of the alternative that has the fewest.
fn nearest(probed: Vec<Probed>) -> Option<String> {
    let nearest = probed.into_iter().map(|probed| probed.violations).min_by_key(Vec::len)?;
    nearest.into_iter().map(|violation| violation.message).find(|message| !message.is_empty())
}
