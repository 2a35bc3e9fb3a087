//! Puts the members of other objects where the key `<<` merges them.

use std::collections::HashSet;

use super::tree_builder::Builder;
use crate::{
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    tree::{Id, NONE, Shape},
};

impl Builder<'_> {
    /// Notes a key `<<`.
    pub fn merge_key(&mut self, span: Span) {
        let message = "`<<` is a merge key in YAML 1.1 and an ordinary key in YAML 1.2";
        let help = "write the members out, or use `allOf` with `$ref`";
        self.note(ParseDiagnosticKind::MergeKey, span, message, help);
        let earlier = self.open.last_mut().and_then(|open| open.merge_key.replace(span.start));
        if let Some(earlier) = earlier {
            let line = self.source.position(earlier).line;
            let message = format!("key `<<` is already on line {line}");
            let help = "merge both in one list: `<<: [*a, *b]`";
            self.note(ParseDiagnosticKind::RepeatedKey, span, message, help);
        }
    }

    /// An object starts that is merged into the open one. It stays without a key, so that it is not
    /// a member, and its members are copied like those of an alias.
    pub fn open_merged(&mut self, start: u32) -> Result<Id, ParseDiagnostic> {
        self.forget_key();
        let id = self.open(true, start)?;
        if let [.., into, _] = self.open.as_mut_slice() {
            into.len -= 1;
            self.merges.push((into.id, id));
        }
        Ok(id)
    }

    /// Merges an object into the open one; `span` is the alias that stands for it.
    pub fn merge(&mut self, id: Id, span: Span) -> Result<(), ParseDiagnostic> {
        let Shape::Object { len, .. } = self.tree.nodes[id as usize].shape else { return Ok(()) };
        self.count(id, len.max(1) as usize, span)?;
        self.merges.extend(self.open.last().map(|open| (open.id, id)));
        Ok(())
    }

    /// The next value is the member of no key.
    pub fn forget_key(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.key = NONE;
        }
    }

    /// Ends the innermost object or array with the members that are merged into it. Its own ones
    /// come first and win.
    pub fn add_merged(&mut self) -> Result<(), ParseDiagnostic> {
        let Some(object) = self.open.last().map(|open| open.id) else { return Ok(()) };
        let start = self.merges.iter().rposition(|(into, _)| *into != object);
        let merged = self.merges.split_off(start.map_or(0, |last| last + 1));
        if merged.is_empty() {
            return Ok(());
        }
        let mut known = HashSet::new();
        let mut own = object + 1;
        while (own as usize) < self.tree.nodes.len() {
            if self.tree.nodes[own as usize].key != NONE {
                known.insert(self.tree.key(own).to_owned());
            }
            own = self.tree.after(own);
        }
        for (_, id) in merged {
            let members: Vec<Id> = self.tree.children(id).collect();
            for member in members {
                if known.insert(self.tree.key(member).to_owned()) {
                    let node = self.tree.nodes[member as usize];
                    if let Some(open) = self.open.last_mut() {
                        open.key = node.key;
                    }
                    self.copy(member, node.span)?;
                }
            }
        }
        Ok(())
    }
}
