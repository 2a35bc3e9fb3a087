//! What requests do not lead to, and what no operation leads to.

use std::collections::HashSet;

use spec::Node;

use super::super::context::Reach;
use super::super::context::Travels;
use super::super::pairs::Unread;
use super::objects::in_both;
use super::queue::{Entry, Queue, Task};
use spec::Direction;

impl<'d> Queue<'d> {
    /// The schemas of both documents that were compared as parts of requests.
    pub(super) fn sent(&self) -> HashSet<Node<'d>> {
        let sent = self.known.keys().filter(|pair| pair.reach.is_request());
        sent.flat_map(|pair| pair.base.parts().iter().chain(pair.head.parts())).copied().collect()
    }

    /// Looks at the components that no operation leads to. Schemas are Rust types all the same.
    pub(super) fn unreached(&mut self, base: Node<'d>, head: Node<'d>) {
        let known = self.known.keys().map(|pair| (pair.base.anchor(), pair.head.anchor()));
        let known: HashSet<_> = known.collect();
        let reach = Reach { travels: Travels::Never, typed: true, ..Reach::of(Direction::Request) };
        let top = self.entry(Entry::default());
        for list in ["schemas", "parameters", "requestBodies", "responses", "headers", "links"] {
            let components = |root: Node<'d>| root.get("components")?.get(list);
            let (Some(base), Some(head)) = (components(base), components(head)) else { continue };
            for (base, head) in in_both(base, head) {
                match known.contains(&(base, head)) {
                    true => {}
                    false if list == "schemas" => self.schema(top, base, head, reach),
                    false => self.push(top, Task::Unused(Unread { base, head })),
                }
            }
        }
    }
}
