//! What responses lead to, and what no operation leads to.

use std::collections::HashSet;

use spec::Node;

use super::super::context::Context;
use super::super::context::Transmission;
use super::super::pairs::ValuePair;
use super::objects::common_members;
use super::queue::{Queue, Task, Visit};
use spec::Direction;

impl<'d> Queue<'d> {
    /// The schemas of both documents that were compared as parts of responses that callers get.
    pub(super) fn received(&self) -> HashSet<Node<'d>> {
        let is_received = |context: &Context| context.typed && !context.is_request();
        let received = self.known.keys().filter(|pair| is_received(&pair.context));
        received
            .flat_map(|pair| pair.base.parts().iter().chain(pair.head.parts()))
            .copied()
            .collect()
    }

    /// Compares the components that no operation leads to.
    pub(super) fn unreached(&mut self, base: Node<'d>, head: Node<'d>) {
        let known = self.known.keys().map(|pair| (pair.base.anchor(), pair.head.anchor()));
        let known: HashSet<_> = known.collect();
        let context =
            Context { transmission: Transmission::Never, ..Context::of(Direction::Request) };
        let top = self.visit(Visit::default());
        for list in ["schemas", "parameters", "requestBodies", "responses", "headers", "links"] {
            let components = |root: Node<'d>| root.get("components")?.get(list);
            let (Some(base), Some(head)) = (components(base), components(head)) else { continue };
            for (base, head) in common_members(base, head) {
                match known.contains(&(base, head)) {
                    true => {}
                    false if list == "schemas" => self.schema(top, base, head, context),
                    false => self.push(top, Task::Unused(ValuePair { base, head })),
                }
            }
        }
    }
}
