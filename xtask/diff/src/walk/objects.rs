//! What is inside operations, and inside the objects that they are made of.

use spec::{Node, ObjectKind, is_required};

use super::super::arguments;
use super::super::bodies;
use super::super::context::Context;
use super::super::location::Location;
use super::super::loose;
use super::super::matched::Matched;
use super::super::matching;
use super::super::pairs::{ObjectPair, OperationPair, ValuePair};
use super::super::resolved_object::resolved;
use super::super::rust_arguments;
use super::super::rust_bodies;
use super::queue::{Queue, Task};
use super::schemas::Written;

impl<'d> Queue<'d> {
    pub(super) fn in_operation(&mut self, visit: usize, pair: &OperationPair<'d>) {
        let (base, head, context) = (pair.base, pair.head, pair.context);
        self.object(visit, ObjectKind::Operation, base.node, head.node, context);
        self.object(visit, ObjectKind::PathItem, base.path_item, head.path_item, context);
        for &(old, new) in &pair.parameters.matched {
            let typed = context.is_request()
                && arguments::is_caller_set(base, old)
                && arguments::is_caller_set(head, new);
            let optional = !is_required(old) || !is_required(new);
            let context = Context { typed, text: true, optional, ..context };
            self.object(visit, ObjectKind::Parameter, old, new, context);
        }
        for (base, head) in loose::counterparts(pair) {
            let context = Context { text: true, optional: true, ..context.of_values_only() };
            let base = Written::of(base.parameter, base.written);
            let head = Written::of(head.parameter, head.written);
            self.schemas(visit, base, head, context);
        }
        self.unreadable_parameters(visit, pair);
        if let Some((base, head)) = common_member(base.node, head.node, "requestBody") {
            let context = Context { typed: context.is_request(), ..context };
            self.object(visit, ObjectKind::RequestBody, base, head, context);
        }
        let response = Context::of(context.direction.reverse());
        for ((old, one), (new, other)) in matching::responses(pair).matched {
            let typed = context.is_request()
                && base.method != "head"
                && rust_bodies::is_typed_response(base, old)
                && rust_bodies::is_typed_response(head, new);
            self.object(visit, ObjectKind::Response, one, other, Context { typed, ..response });
        }
        for covered in &pair.covered {
            let (base, head) = (covered.base.1, covered.head.1);
            self.object(visit, ObjectKind::Response, base, head, response.of_values_only());
        }
        self.callbacks(visit, pair);
    }

    /// Parameters that are no objects with a name, or lead to none, cannot be matched.
    fn unreadable_parameters(&mut self, visit: usize, pair: &OperationPair<'d>) {
        let unreadable = |list: Option<Node<'d>>| {
            let items = list.into_iter().flat_map(Node::items);
            let named =
                |node: Node<'d>| Some((node.get("name")?.as_str()?, node.get("in")?.as_str()?));
            let readable = move |node: &Node<'d>| node.resolve().ok().and_then(named).is_none();
            items.filter(readable).collect::<Vec<_>>()
        };
        let lists = [(pair.base.node, pair.head.node), (pair.base.path_item, pair.head.path_item)];
        for (base, head) in lists {
            let (old, new) = (base.get("parameters"), head.get("parameters"));
            let (one, other) = (unreadable(old), unreadable(new));
            for (index, &node) in one.iter().enumerate() {
                let head = other.get(index).copied().unwrap_or(new.unwrap_or(head));
                self.push(visit, Task::Unreadable(ValuePair { base: node, head }));
            }
            for &node in other.iter().skip(one.len()) {
                let base = old.unwrap_or(base);
                self.push(visit, Task::Unreadable(ValuePair { base, head: node }));
            }
        }
    }

    /// In a callback the service sends the request.
    fn callbacks(&mut self, visit: usize, pair: &OperationPair<'d>) {
        let context = Context::of(pair.context.direction.reverse());
        let lists = common_member(pair.base.node, pair.head.node, "callbacks");
        for (base, head) in lists.into_iter().flat_map(|(base, head)| common_members(base, head)) {
            let (one, other) = (resolved(base), resolved(head));
            let paths = one.ok().zip(other.ok()).into_iter();
            let items = paths.flat_map(|(base, head)| common_members(base, head));
            for (base, head) in items.chain([(base, head)]) {
                self.readable(visit, base, head);
            }
        }
        for ((_, base), (_, head)) in matching::callbacks(pair).matched {
            self.callback(visit, base, head, context);
        }
    }

    pub(super) fn in_object(&mut self, visit: usize, pair: &ObjectPair<'d>) {
        match pair.kind {
            ObjectKind::Parameter | ObjectKind::Header => {
                let typed = pair.context.typed && !rust_arguments::is_opaque(pair);
                self.carried_schema(visit, pair, Context { typed, ..pair.context });
                self.content(visit, pair, Context { typed: false, text: false, ..pair.context });
            }
            ObjectKind::RequestBody => self.content(visit, pair, pair.context),
            ObjectKind::Response => {
                self.content(visit, pair, pair.context);
                let context = Context { typed: false, text: true, ..pair.context };
                self.members(visit, matching::headers(pair), ObjectKind::Header, context);
                let links = matching::named(pair, "links").by(|(name, _)| Some(name));
                self.members(visit, links, ObjectKind::Link, pair.context);
            }
            ObjectKind::MediaType => {
                self.carried_schema(visit, pair, pair.context);
                let encodings = matching::named(pair, "encoding").by(|(name, _)| Some(name));
                let context = bodies::encoding_context(pair);
                self.members(visit, encodings, ObjectKind::Encoding, context);
            }
            ObjectKind::Encoding => {
                let context = Context { typed: false, text: true, ..pair.context };
                self.members(visit, matching::headers(pair), ObjectKind::Header, context);
            }
            ObjectKind::OpenApi => {
                if let (Some(base), Some(head)) =
                    (pair.base.get("components"), pair.head.get("components"))
                {
                    self.object(visit, ObjectKind::Components, base, head, pair.context);
                }
            }
            ObjectKind::Components => {
                for &(base, head) in &self.schemes().matched.matched {
                    self.object(visit, ObjectKind::SecurityScheme, base, head, pair.context);
                }
            }
            _ => {}
        }
    }

    fn members(
        &mut self,
        visit: usize,
        members: Matched<(&'d str, Node<'d>)>,
        kind: ObjectKind,
        context: Context,
    ) {
        for ((_, base), (_, head)) in members.matched {
            self.object(visit, kind, base, head, context);
        }
    }

    fn content(&mut self, visit: usize, pair: &ObjectPair<'d>, context: Context) {
        let [old, new] = [&pair.base, &pair.head].map(|object| spec::json_content(object.anchor()));
        let covered = bodies::covered_content(pair).into_iter();
        let covered = covered.map(|both| (both, context.of_values_only()));
        let matched = matching::content(pair).matched.into_iter().map(|both| (both, context));
        for (((_, base), (_, head)), context) in matched.chain(covered) {
            let typed = context.typed && old == Some(base) && new == Some(head);
            let xml = [base, head].into_iter().filter_map(Node::key).any(bodies::may_be_xml);
            let context = Context { typed, xml, ..context };
            self.object(visit, ObjectKind::MediaType, base, head, context);
        }
    }

    /// The schema of a parameter, header or media type; without one, everything is allowed.
    fn carried_schema(&mut self, visit: usize, pair: &ObjectPair<'d>, context: Context) {
        let locations = pair.locations_of("schema");
        let (Location { node: base, present: old }, Location { node: head, present: new }) =
            locations;
        if pair.base.get("content").is_some() != pair.head.get("content").is_some() {
            return;
        }
        let written = |node, present: bool| if present { vec![node] } else { Vec::new() };
        if old || new {
            let base = Written::of(base, written(base, old));
            let head = Written::of(head, written(head, new));
            self.schemas(visit, base, head, context);
        }
    }
}

/// The members that both objects have.
pub fn common_members<'d>(
    base: Node<'d>,
    head: Node<'d>,
) -> impl Iterator<Item = (Node<'d>, Node<'d>)> {
    base.entries().filter_map(move |entry| Some((entry.value, head.get(entry.key)?)))
}

/// A member that both objects have.
fn common_member<'d>(base: Node<'d>, head: Node<'d>, key: &str) -> Option<(Node<'d>, Node<'d>)> {
    base.get(key).zip(head.get(key))
}
