//! `allOf`, `anyOf`, `oneOf`, `not` and `discriminator`.

use spec::Node;

use super::{Fault, Judge};
use crate::lint::composition;

impl<'d> Judge<'_, 'd> {
    pub(super) fn composed(&mut self, schema: Node<'d>, value: Node<'d>) {
        for part in schema.get("allOf").into_iter().flat_map(Node::items) {
            self.value(part, value);
        }
        if let Some(not) = schema.get("not").filter(|not| not.is_object())
            && self.fits(not, value)
        {
            self.fault(value, "this is what `not` excludes".into());
        }
        for keyword in ["anyOf", "oneOf"] {
            let Some(list) = schema.get(keyword).filter(|list| !list.is_empty()) else { continue };
            match self.chosen(schema, value) {
                Some(Choice::Schema(alternative)) => self.value(alternative, value),
                Some(Choice::None(node)) => {
                    let name = node.as_str().unwrap_or_default();
                    self.fault(node, format!("no schema is called `{name}`"));
                }
                None => self.alternatives(keyword, list, value),
            }
        }
    }

    fn alternatives(&mut self, keyword: &str, list: Node<'d>, value: Node<'d>) {
        let tried: Vec<_> = list.items().map(|schema| self.tried(schema, value)).collect();
        match tried.iter().filter(|faults| faults.is_empty()).count() {
            0 if list.len() == 1 => list.items().for_each(|only| self.value(only, value)),
            0 => {
                let near = nearest(tried).map(|message| format!("; of the nearest: {message}"));
                let near = near.unwrap_or_default();
                let count = list.len();
                self.fault(
                    value,
                    format!("this fits none of the {count} schemas of `{keyword}`{near}"),
                );
            }
            1 => {}
            fitting if keyword == "oneOf" => {
                self.fault(
                    value,
                    format!("this fits {fitting} schemas of `oneOf`, and not just one"),
                );
            }
            _ => {}
        }
    }

    /// What an alternative says against a value.
    fn tried(&mut self, schema: Node<'d>, value: Node<'d>) -> Vec<Fault<'d>> {
        let (faults, trying) = (std::mem::take(&mut self.faults), self.trying);
        self.trying = true;
        self.value(schema, value);
        self.trying = trying;
        std::mem::replace(&mut self.faults, faults)
    }

    fn fits(&mut self, schema: Node<'d>, value: Node<'d>) -> bool {
        self.tried(schema, value).is_empty()
    }

    /// What a discriminator says about a value.
    fn chosen(&self, schema: Node<'d>, value: Node<'d>) -> Option<Choice<'d>> {
        let discriminator = schema.get("discriminator")?;
        let node = value.get(discriminator.get("propertyName")?.as_str()?)?;
        let name = node.as_str()?;
        let mapped = discriminator.get("mapping").and_then(|mapping| mapping.get(name));
        let lists = ["anyOf", "oneOf"].into_iter().filter_map(|keyword| schema.get(keyword));
        let alternatives: Vec<Node> = lists.flat_map(Node::items).collect();
        if let Some(mapped) = mapped {
            let target = composition::mapped(self.outline, mapped, mapped.as_str()?).ok()?;
            return Some(Choice::Schema(target));
        }
        let reference = |alternative: &Node<'d>| alternative.get("$ref").and_then(Node::as_str);
        let named = alternatives.iter().find(|alternative| {
            reference(alternative).is_some_and(|text| text.rsplit('/').next() == Some(name))
        });
        // A schema without a name may be meant.
        match named {
            Some(alternative) => Some(Choice::Schema(*alternative)),
            None if alternatives.iter().all(|alternative| reference(alternative).is_some()) => {
                Some(Choice::None(node))
            }
            None => None,
        }
    }
}

/// The first fault of the alternative that has the fewest.
fn nearest(tried: Vec<Vec<Fault>>) -> Option<String> {
    let nearest = tried.into_iter().min_by_key(Vec::len)?;
    nearest.into_iter().map(|fault| fault.message).find(|message| !message.is_empty())
}

/// What the value of a discriminating property leads to.
enum Choice<'d> {
    Schema(Node<'d>),
    /// Nothing; this is the value.
    None(Node<'d>),
}
