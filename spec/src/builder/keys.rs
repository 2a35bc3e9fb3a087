//! Finds repeated keys.

use super::tree_builder::Builder;
use crate::{index::Index, parse_diagnostic::ParseDiagnosticKind, tree::Id};

impl Builder<'_> {
    /// Indexes the members of a large object; notes every key that an earlier member has.
    pub(super) fn check_keys(&mut self, object: Id, len: u32) {
        let Builder { tree, members, .. } = self;
        members.clear();
        members.extend(tree.children(object));
        let mut repeated = Vec::new();
        if Index::covers(len) {
            let note = |later, earlier| repeated.push((later, earlier));
            let table = tree.index.table(tree, members, note);
            tree.index.insert(object, table);
        } else {
            for (count, &later) in members.iter().enumerate() {
                let hint = |id: Id| tree.nodes[id as usize].hint;
                let same = |&&earlier: &&Id| {
                    hint(earlier) == hint(later) && tree.key(earlier) == tree.key(later)
                };
                let earlier = members[..count].iter().find(same);
                repeated.extend(earlier.map(|&earlier| (later, earlier)));
            }
        }
        for (later, earlier) in repeated {
            self.repeated(later, earlier);
        }
    }

    fn repeated(&mut self, later: Id, earlier: Id) {
        let span = |id: Id| self.tree.keys[self.tree.nodes[id as usize].key as usize].span;
        let line = self.source.position(span(earlier).start).line;
        let message = format!("key `{}` is already on line {line}", self.tree.key(later));
        let span = span(later);
        // Without quotes it merges, and was noted when it was read.
        if self.tree.key(later) == "<<" && span.end - span.start == 2 {
            return;
        }
        self.note(ParseDiagnosticKind::RepeatedKey, span, message, "remove one of the two members");
    }
}
