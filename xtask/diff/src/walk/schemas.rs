//! What is inside schemas.

use spec::Node;

use super::super::context::Reach;
use super::super::context::Travels;
use super::super::matching::alternatives;
use super::super::object_type::Object;
use super::super::pairs::{Choices, Pair, References};
use super::super::properties::properties;
use super::super::resolved_object::Side;
use super::super::rust_type;
use super::super::same::same_or_absent;
use super::super::schema_types;
use super::super::schemas::referenced;
use super::queue::{Queue, Task};

/// Schemas as they are written at one place, and what they say together.
pub(super) struct Written<'d> {
    list: Vec<Node<'d>>,
    side: Side<'d>,
}

impl<'d> Written<'d> {
    pub fn of(around: Node<'d>, list: Vec<Node<'d>>) -> Self {
        let side = Side::schema(around, list.iter().copied());
        Self { list, side }
    }
}

impl<'d> Queue<'d> {
    pub(super) fn schema(&mut self, owner: usize, base: Node<'d>, head: Node<'d>, reach: Reach) {
        let [base, head] = [base, head].map(|node| Written::of(node, vec![node]));
        self.schemas(owner, base, head, reach);
    }

    /// Will compare what must hold by all the written schemas.
    pub(super) fn schemas(
        &mut self,
        owner: usize,
        base: Written<'d>,
        head: Written<'d>,
        mut reach: Reach,
    ) {
        if let ([one], [other]) = (base.list.as_slice(), head.list.as_slice())
            && let (Some(base), Some(head)) = (rust_type::named(*one), rust_type::named(*other))
        {
            if referenced(base) != referenced(head) {
                let names = References { base, head, reach };
                self.push(owner, Task::Reference(names));
            }
            reach.typed = true;
        }
        match self.wrapped(&base, &head, reach) {
            Some(choices) => self.choice(owner, choices),
            None => {
                let (base, head) = (base.side, head.side);
                let object = match schema_types::are_apart(&base, &head, reach.text) {
                    true => Object::Replaced,
                    false => Object::Schema,
                };
                self.pair(owner, Pair { object, base, head, reach });
            }
        }
    }

    /// A schema that is one of several alternatives in the other document.
    fn wrapped(
        &mut self,
        base: &Written<'d>,
        head: &Written<'d>,
        reach: Reach,
    ) -> Option<Choices<'d>> {
        let (one, other) = (base.side.only_choice(), head.side.only_choice());
        if one.is_some() == other.is_some() {
            return None;
        }
        let list = |choice: Option<Node<'d>>, written: &Written<'d>| match choice {
            Some(choice) => choice.items().collect(),
            None => written.list.clone(),
        };
        let (was, is) = (list(one, base), list(other, head));
        let alternatives = alternatives(was, is, &mut self.prints);
        let base = one.unwrap_or(base.side.anchor());
        let head = other.unwrap_or(head.side.anchor());
        (!alternatives.both.is_empty()).then_some(Choices { base, head, reach, alternatives })
    }

    pub(super) fn in_schema(&mut self, entry: usize, pair: &Pair<'d>) {
        let (base, head) = (&pair.base, &pair.head);
        let (old, new) = (properties(base), properties(head));
        for (name, one) in &old.list {
            let Some(other) = new.get(name) else { continue };
            let one = Written::of(base.anchor(), one.clone());
            let other = Written::of(head.anchor(), other.clone());
            let required = old.requires(name) || new.requires(name);
            let reach = in_property(pair.reach, required, &one.side, &other.side);
            self.schemas(entry, one, other, reach);
        }
        let inner = Reach { optional: false, ..pair.reach };
        for key in ["items", "additionalProperties"] {
            let written =
                |side: &Side<'d>| side.all(key).filter(|node| node.is_object()).collect::<Vec<_>>();
            let (one, other) = (written(base), written(head));
            // Without `items` they are anything; without `additionalProperties` there may be none,
            // which a kind of its own looks at.
            let compared = match key {
                "items" => !one.is_empty() || !other.is_empty(),
                _ => !one.is_empty() && !other.is_empty(),
            };
            if compared {
                let one = Written::of(base.anchor(), one);
                let other = Written::of(head.anchor(), other);
                self.schemas(entry, one, other, inner);
            }
        }
        for (one, other) in base.choices().zip(head.choices()) {
            let (was, is) = (one.items().collect(), other.items().collect());
            let alternatives = alternatives(was, is, &mut self.prints);
            let choices = Choices { base: one, head: other, reach: inner, alternatives };
            self.choice(entry, choices);
        }
    }

    pub(super) fn in_choice(&mut self, entry: usize, pair: &Choices<'d>) {
        for &(base, head) in &pair.alternatives.both {
            self.schema(entry, base, head, Reach { optional: false, ..pair.reach });
        }
    }
}

/// How a property is reached.
fn in_property(reach: Reach, required: bool, base: &Side, head: &Side) -> Reach {
    let hidden = if reach.is_request() { "readOnly" } else { "writeOnly" };
    let optional = !reach.is_request() || !required;
    let travels = match (base.says(hidden), head.says(hidden)) {
        _ if reach.travels != Travels::Always => reach.travels,
        (false, false) => Travels::Always,
        (true, true) => Travels::Never,
        _ => Travels::ByOne,
    };
    Reach { travels, optional, ..reach }
}

/// Whether two schemas say the same, what the schemas in them say apart.
pub fn say_the_same(pair: &Pair) -> bool {
    let (base, head) = (pair.base.parts(), pair.head.parts());
    base.len() == head.len()
        && base.iter().zip(head).all(|(one, other)| {
            one.is_object()
                && one.len() == other.len()
                && one.entries().all(|entry| {
                    let other = other.get(entry.key);
                    match (entry.key, other) {
                        ("properties", Some(other)) => {
                            let known = |key: &str| other.get(key).is_some();
                            entry.value.is_object()
                                && other.is_object()
                                && entry.value.len() == other.len()
                                && entry.value.entries().all(|property| known(property.key))
                        }
                        ("items" | "additionalProperties", Some(other)) => {
                            entry.value.is_object() && other.is_object()
                                || same_or_absent(Some(entry.value), Some(other))
                        }
                        ("allOf" | "oneOf" | "anyOf", Some(other)) => {
                            entry.value.is_array() && entry.value.len() == other.len()
                        }
                        _ => same_or_absent(Some(entry.value), other),
                    }
                })
        })
}
