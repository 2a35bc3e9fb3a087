//! `allOf`, `anyOf`, `oneOf`, `not` and `discriminator`.

use spec::Node;

use super::discriminator::Selected;
use super::validator::{Fault, Judge};

impl<'d> Judge<'_, 'd> {
    pub(super) fn composed(&mut self, schema: Node<'d>, value: Node<'d>) {
        for part in schema.get("allOf").into_iter().flat_map(Node::items) {
            self.part(part, value);
        }
        if let Some(not) = schema.get("not").filter(|not| not.is_object()) {
            let tried = self.tried(not, value);
            if tried.surely_fits() {
                self.fault(value, "this is what `not` excludes".into());
            }
            self.is_sure &= tried.is_sure;
        }
        for keyword in ["anyOf", "oneOf"] {
            let Some(list) = schema.get(keyword).filter(|list| !list.is_empty()) else { continue };
            match self.discriminators.selected(schema, value) {
                Some(Selected::Schema(alternative)) => self.alternative(alternative, value),
                Some(Selected::None(node)) => {
                    let name = node.as_str().unwrap_or_default();
                    self.fault(node, format!("no schema is called `{name}`"));
                }
                Some(Selected::Unread) => self.is_sure = false,
                None => self.alternatives(keyword, list, value),
            }
        }
    }

    fn alternatives(&mut self, keyword: &str, list: Node<'d>, value: Node<'d>) {
        let tried: Vec<_> = list.items().map(|schema| self.tried(schema, value)).collect();
        let fitting = tried.iter().filter(|tried| tried.faults.is_empty()).count();
        let surely = tried.iter().filter(|tried| tried.surely_fits()).count();
        match fitting {
            0 if list.len() == 1 => list.items().for_each(|only| self.alternative(only, value)),
            0 => {
                let near = nearest(tried).map(|message| format!("; of the nearest: {message}"));
                let near = near.unwrap_or_default();
                let count = list.len();
                self.fault(
                    value,
                    format!("this fits none of the {count} schemas of `{keyword}`{near}"),
                );
            }
            _ if keyword == "anyOf" => self.is_sure &= surely > 0,
            _ if surely > 1 => {
                self.fault(
                    value,
                    format!("this fits {surely} schemas of `oneOf`, and not just one"),
                );
            }
            _ => self.is_sure &= surely == fitting,
        }
    }

    /// What a schema says against a value, if it is not this one that it must fit.
    fn tried(&mut self, schema: Node<'d>, value: Node<'d>) -> Tried<'d> {
        let faults = std::mem::take(&mut self.faults);
        let trying = std::mem::replace(&mut self.trying, true);
        let was_sure = std::mem::replace(&mut self.is_sure, true);
        self.alternative(schema, value);
        self.trying = trying;
        Tried {
            is_sure: std::mem::replace(&mut self.is_sure, was_sure),
            faults: std::mem::replace(&mut self.faults, faults),
        }
    }
}

/// What came of trying a schema.
struct Tried<'d> {
    faults: Vec<Fault<'d>>,
    is_sure: bool,
}

impl Tried<'_> {
    fn surely_fits(&self) -> bool {
        self.faults.is_empty() && self.is_sure
    }
}

/// The first fault of the alternative that has the fewest.
fn nearest(tried: Vec<Tried>) -> Option<String> {
    let nearest = tried.into_iter().map(|tried| tried.faults).min_by_key(Vec::len)?;
    nearest.into_iter().map(|fault| fault.message).find(|message| !message.is_empty())
}
