//! What is inside operations, and inside the objects that they are made of.

use spec::Node;

use super::super::arguments;
use super::super::context::Reach;
use super::super::location::Place;
use super::super::matched::Matched;
use super::super::matching;
use super::super::object_type::Object;
use super::super::pairs::{Operations, Pair, Unread};
use super::super::resolved_object::resolved;
use super::super::rust_type;
use super::queue::{Queue, Task};
use super::schemas::Written;

impl<'d> Queue<'d> {
    pub(super) fn in_operation(&mut self, entry: usize, pair: &Operations<'d>) {
        let (base, head, reach) = (pair.base, pair.head, pair.reach);
        self.object(entry, Object::Operation, base.node, head.node, reach);
        self.object(entry, Object::PathItem, base.path_item, head.path_item, reach);
        for &(base, head) in &pair.parameters.both {
            let typed = arguments::shows(base) && arguments::shows(head);
            let reach = Reach { typed, text: true, optional: true, ..reach };
            self.object(entry, Object::Parameter, base, head, reach);
        }
        self.unreadable_parameters(entry, pair);
        if let Some((base, head)) = both(base.node, head.node, "requestBody") {
            let reach = Reach { typed: true, ..reach };
            self.object(entry, Object::RequestBody, base, head, reach);
        }
        let answer = Reach::of(reach.direction.reverse());
        for ((old, one), (new, other)) in matching::responses(pair).both {
            let typed = rust_type::is_answer(base, old) && rust_type::is_answer(head, new);
            self.object(entry, Object::Response, one, other, Reach { typed, ..answer });
        }
        self.callbacks(entry, pair);
    }

    /// Parameters that are no objects with a name, or lead to none, cannot be matched.
    fn unreadable_parameters(&mut self, entry: usize, pair: &Operations<'d>) {
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
                self.push(entry, Task::Unreadable(Unread { base: node, head }));
            }
            for &node in other.iter().skip(one.len()) {
                let base = old.unwrap_or(base);
                self.push(entry, Task::Unreadable(Unread { base, head: node }));
            }
        }
    }

    /// In a callback the service sends the request.
    fn callbacks(&mut self, entry: usize, pair: &Operations<'d>) {
        let reach = Reach::of(pair.reach.direction.reverse());
        let lists = both(pair.base.node, pair.head.node, "callbacks");
        for (base, head) in lists.into_iter().flat_map(|(base, head)| in_both(base, head)) {
            let (one, other) = (resolved(base), resolved(head));
            let paths = one.ok().zip(other.ok()).into_iter();
            let items = paths.flat_map(|(base, head)| in_both(base, head));
            for (base, head) in items.chain([(base, head)]) {
                self.readable(entry, base, head);
            }
        }
        for ((_, base), (_, head)) in matching::callbacks(pair).both {
            self.callback(entry, base, head, reach);
        }
    }

    pub(super) fn in_object(&mut self, entry: usize, pair: &Pair<'d>) {
        match pair.object {
            Object::Parameter | Object::Header => {
                self.carried_schema(entry, pair, pair.reach);
                self.content(entry, pair, Reach { typed: false, text: false, ..pair.reach });
            }
            Object::RequestBody => self.content(entry, pair, pair.reach),
            Object::Response => {
                self.content(entry, pair, pair.reach);
                let reach = Reach { typed: false, text: true, ..pair.reach };
                self.members(entry, matching::headers(pair), Object::Header, reach);
                let links = matching::named(pair, "links").by(|(name, _)| Some(name));
                self.members(entry, links, Object::Link, pair.reach);
            }
            Object::MediaType => {
                self.carried_schema(entry, pair, pair.reach);
                let encodings = matching::named(pair, "encoding").by(|(name, _)| Some(name));
                self.members(entry, encodings, Object::Encoding, pair.reach);
            }
            Object::Encoding => {
                let reach = Reach { typed: false, text: true, ..pair.reach };
                self.members(entry, matching::headers(pair), Object::Header, reach);
            }
            Object::Root => {
                if let (Some(base), Some(head)) =
                    (pair.base.get("components"), pair.head.get("components"))
                {
                    self.object(entry, Object::Components, base, head, pair.reach);
                }
            }
            Object::Components => {
                let schemes = matching::named(pair, "securitySchemes").by(|(name, _)| Some(name));
                self.members(entry, schemes, Object::SecurityScheme, pair.reach);
            }
            _ => {}
        }
    }

    fn members(
        &mut self,
        entry: usize,
        members: Matched<(&'d str, Node<'d>)>,
        object: Object,
        reach: Reach,
    ) {
        for ((_, base), (_, head)) in members.both {
            self.object(entry, object, base, head, reach);
        }
    }

    fn content(&mut self, entry: usize, pair: &Pair<'d>, reach: Reach) {
        let [old, new] = [&pair.base, &pair.head].map(|side| spec::json_content(side.anchor()));
        for ((_, base), (_, head)) in matching::content(pair).both {
            let typed = reach.typed && old == Some(base) && new == Some(head);
            self.object(entry, Object::MediaType, base, head, Reach { typed, ..reach });
        }
    }

    /// The schema of a parameter, header or media type; without one, everything is allowed.
    fn carried_schema(&mut self, entry: usize, pair: &Pair<'d>, reach: Reach) {
        let places = pair.places_of("schema");
        let (Place { node: base, present: old }, Place { node: head, present: new }) = places;
        if pair.base.get("content").is_some() != pair.head.get("content").is_some() {
            return;
        }
        let written = |node, present: bool| if present { vec![node] } else { Vec::new() };
        if old || new {
            let base = Written::of(base, written(base, old));
            let head = Written::of(head, written(head, new));
            self.schemas(entry, base, head, reach);
        }
    }
}

/// The members that both objects have.
pub fn in_both<'d>(base: Node<'d>, head: Node<'d>) -> impl Iterator<Item = (Node<'d>, Node<'d>)> {
    base.entries().filter_map(move |entry| Some((entry.value, head.get(entry.key)?)))
}

/// A member that both objects have.
fn both<'d>(base: Node<'d>, head: Node<'d>, key: &str) -> Option<(Node<'d>, Node<'d>)> {
    base.get(key).zip(head.get(key))
}
