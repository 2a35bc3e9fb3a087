//! What is inside schemas.

use spec::{Node, ObjectKind};

use super::super::context::Context;
use super::super::context::Transmission;
use super::super::impact::Level;
use super::super::pairs::{ObjectPair, ReferencePair};
use super::super::properties::{Properties, Rest, properties};
use super::super::resolved_object::ResolvedObject;
use super::super::rust_components;
use super::super::rust_type::RustChange;
use super::super::schema_types;
use super::super::schemas::referenced;
use super::queue::{Queue, Task};

/// Schemas as they are written at one place, and what they say together.
pub(super) struct Written<'d> {
    pub list: Vec<Node<'d>>,
    pub object: ResolvedObject<'d>,
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

    /// Will compare two schemas whose types in Rust differ in this way.
    pub(super) fn compare(
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
            && !context.values_only
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

    /// Two schemas with what is proven about them, if anything is.
    pub(super) fn judged(&mut self, task: &Task<'d>) -> Option<Task<'d>> {
        let Task::Object(pair) = task else { return None };
        if !pair.is_schema() || pair.context.transmission == Transmission::Never {
            return None;
        }
        let relation = self.prover.relation(&pair.base, &pair.head, pair.context.text);
        let context = pair.context.knowing(relation);
        Some(Task::Object(ObjectPair { context, ..pair.clone() }))
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
        self.in_rest(visit, pair, (&old, &new));
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
        self.in_base(visit, pair, inner);
        self.choices(visit, pair, inner);
    }

    /// Will compare each property that only one schema names with what the other one says of all
    /// that it does not name.
    fn in_rest(
        &mut self,
        visit: usize,
        pair: &ObjectPair<'d>,
        (old, new): (&Properties<'d>, &Properties<'d>),
    ) {
        let context = Context { optional: true, ..pair.context.of_values_only() };
        let (base, head) = (pair.base.anchor(), pair.head.anchor());
        let (was, is) = (Rest::of(&pair.base), Rest::of(&pair.head));
        let (from_base, from_head) = (was.compared(), is.compared());
        if let Rest::Typed(rest) = was {
            for (_, written) in new.without(old).take(from_base.unwrap_or_default()) {
                let (one, other) =
                    (Written::of(base, rest.clone()), Written::of(head, written.clone()));
                let context = in_property(context, false, &one.object, &other.object);
                self.schemas(visit, one, other, context);
            }
        }
        if let Rest::Typed(rest) = is {
            for (_, written) in old.without(new).take(from_head.unwrap_or_default()) {
                let (one, other) =
                    (Written::of(base, written.clone()), Written::of(head, rest.clone()));
                let context = in_property(context, false, &one.object, &other.object);
                self.schemas(visit, one, other, context);
            }
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
