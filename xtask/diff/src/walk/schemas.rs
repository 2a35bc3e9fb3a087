//! What is inside schemas.

use spec::{Node, ObjectKind};

use super::super::context::Context;
use super::super::context::Transmission;
use super::super::impact::Level;
use super::super::matching::alternatives;
use super::super::pairs::{ChoicePair, ObjectPair, ReferencePair};
use super::super::properties::properties;
use super::super::resolved_object::ResolvedObject;
use super::super::rust_components;
use super::super::rust_type::RustChange;
use super::super::same::same_or_absent;
use super::super::schema_types;
use super::super::schemas::referenced;
use super::queue::{Queue, Task};

/// Schemas as they are written at one place, and what they say together.
pub(super) struct Written<'d> {
    pub(super) list: Vec<Node<'d>>,
    pub(super) object: ResolvedObject<'d>,
}

impl<'d> Written<'d> {
    pub fn of(around: Node<'d>, list: Vec<Node<'d>>) -> Self {
        let object = ResolvedObject::schema(around, list.iter().copied());
        Self { list, object }
    }
}

impl<'d> Queue<'d> {
    pub(super) fn schema(
        &mut self,
        parent: usize,
        base: Node<'d>,
        head: Node<'d>,
        context: Context,
    ) {
        let [base, head] = [base, head].map(|node| Written::of(node, vec![node]));
        self.schemas(parent, base, head, context);
    }

    /// Will compare what must hold by all the written schemas.
    pub(super) fn schemas(
        &mut self,
        parent: usize,
        base: Written<'d>,
        head: Written<'d>,
        mut context: Context,
    ) {
        let rust = self.rust_change(&base, &head, &mut context);
        self.compare(parent, base, head, context, rust);
    }

    fn compare(
        &mut self,
        parent: usize,
        base: Written<'d>,
        head: Written<'d>,
        context: Context,
        mut rust: Option<RustChange>,
    ) {
        if let ([one], [other]) = (base.list.as_slice(), head.list.as_slice())
            && let (Some(base), Some(head)) =
                (rust_components::named(*one), rust_components::named(*other))
            && referenced(base) != referenced(head)
        {
            let source = rust.as_ref().map_or(Level::None, RustChange::level);
            let mut names = ReferencePair { base, head, context, source };
            // The client has some types although no operation has them.
            let is_declared = || base.resolve().is_ok_and(rust_components::is_declared_unused);
            if !context.typed && names.is_renaming() && is_declared() {
                (names.context.typed, names.source) = (true, Level::Breaking);
            }
            // The other name says that the type is another one.
            rust = rust.filter(|_| names.is_wrapping());
            self.push(parent, Task::Reference(names));
        }
        match self.wrapped(&base, &head, context, &rust) {
            Some(choices) => self.choice(parent, choices),
            None => {
                let (base, head) = (base.object, head.object);
                let kind = ObjectKind::Schema;
                let replaced = schema_types::types_disjoint(&base, &head, context.text);
                self.pair(parent, ObjectPair { kind, replaced, base, head, context, rust });
            }
        }
    }

    /// A schema that is one of several alternatives in the other document.
    fn wrapped(
        &mut self,
        base: &Written<'d>,
        head: &Written<'d>,
        context: Context,
        rust: &Option<RustChange>,
    ) -> Option<ChoicePair<'d>> {
        let (one, other) = (base.object.only_choice(), head.object.only_choice());
        if one.is_some() == other.is_some() {
            return None;
        }
        let list = |choice: Option<Node<'d>>, written: &Written<'d>| match choice {
            Some(choice) => choice.items().collect(),
            None => written.list.clone(),
        };
        let (was, is) = (list(one, base), list(other, head));
        let alternatives = alternatives(was, is, &mut self.fingerprints);
        let base = one.unwrap_or(base.object.anchor());
        let head = other.unwrap_or(head.object.anchor());
        (!alternatives.matched.is_empty()).then_some(ChoicePair {
            base,
            head,
            context,
            alternatives,
            rust: rust.clone(),
        })
    }

    pub(super) fn in_schema(&mut self, visit: usize, pair: &ObjectPair<'d>) {
        let (base, head) = (&pair.base, &pair.head);
        let (old, new) = (properties(base), properties(head));
        for (name, one) in &old.list {
            let Some(other) = new.get(name) else { continue };
            let one = Written::of(base.anchor(), one.clone());
            let other = Written::of(head.anchor(), other.clone());
            let required = old.requires(name) || new.requires(name);
            let context = in_property(pair.context, required, &one.object, &other.object);
            let context = self.in_text(context, &one, &other);
            self.schemas(visit, one, other, context);
        }
        let inner = Context { optional: false, ..pair.context };
        for key in ["items", "additionalProperties"] {
            let written = |object: &ResolvedObject<'d>| {
                object.all(key).filter(|node| node.is_object()).collect::<Vec<_>>()
            };
            let (one, other) = (written(base), written(head));
            // Without `items` they are anything; without `additionalProperties` there may be none,
            // which a kind of its own checks.
            let compared = match key {
                "items" => !one.is_empty() || !other.is_empty(),
                _ => !one.is_empty() && !other.is_empty(),
            };
            if compared {
                let one = Written::of(base.anchor(), one);
                let other = Written::of(head.anchor(), other);
                let inner = match key {
                    "items" => self.in_text(inner, &one, &other),
                    // Of an object in a text only the named properties show.
                    _ => Context { typed: inner.typed && !inner.text, ..inner },
                };
                self.schemas(visit, one, other, inner);
            }
        }
        for (one, other) in base.choices().zip(head.choices()) {
            let (was, is) = (one.items().collect(), other.items().collect());
            let alternatives = alternatives(was, is, &mut self.fingerprints);
            let rust = pair.rust.clone();
            let choices = ChoicePair { base: one, head: other, context: inner, alternatives, rust };
            self.choice(visit, choices);
        }
    }

    pub(super) fn in_choice(&mut self, visit: usize, pair: &ChoicePair<'d>) {
        for &(base, head) in &pair.alternatives.matched {
            let [base, head] = [base, head].map(|node| Written::of(node, vec![node]));
            // All alternatives together are one type.
            let mut context = Context { optional: false, ..pair.context };
            self.rust_change(&base, &head, &mut context);
            self.compare(visit, base, head, context, None);
        }
    }
}

/// How a property is reached.
fn in_property(
    context: Context,
    required: bool,
    base: &ResolvedObject,
    head: &ResolvedObject,
) -> Context {
    let hidden = if context.is_request() { "readOnly" } else { "writeOnly" };
    let is_optional = context.text && context.optional;
    let optional = !context.is_request() || !required || is_optional;
    let transmission = match (base.is_true(hidden), head.is_true(hidden)) {
        _ if context.transmission != Transmission::Always => context.transmission,
        (false, false) => Transmission::Always,
        (true, true) => Transmission::Never,
        _ => Transmission::InOneDocument,
    };
    Context { transmission, optional, ..context }
}

/// Whether two schemas say the same, what the schemas in them say apart.
pub fn say_the_same(pair: &ObjectPair) -> bool {
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
