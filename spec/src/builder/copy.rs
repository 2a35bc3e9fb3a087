//! Puts the value of an alias in place of the alias.

use super::tree_builder::{Builder, MAX_DEPTH, too_deep};
use crate::{
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    tree::Id,
};

/// The most nodes that all aliases of a document together may stand for.
const MAX_COPIES: usize = 1_000_000;

impl Builder<'_> {
    /// Puts a value here once more; `span` is the alias that stands for it.
    pub fn copy(&mut self, id: Id, span: Span) -> Result<(), ParseDiagnostic> {
        let after = self.tree.after(id);
        self.count(id, (after - id) as usize, span)?;
        if self.open.len() + self.tree.height(id) > MAX_DEPTH {
            return Err(too_deep(span));
        }
        let delta = self.tree.nodes.len() as Id - id;
        self.scalar(span, self.tree.nodes[id as usize].shape.moved(delta));
        for inner in id + 1..after {
            let mut node = self.tree.nodes[inner as usize];
            node.parent += delta;
            node.shape = node.shape.moved(delta);
            self.tree.nodes.push(node);
        }
        self.tree.index.copy(id..after, delta);
        Ok(())
    }

    /// Counts the nodes that an alias of this value adds, unless they have no bound.
    pub(super) fn count(
        &mut self,
        id: Id,
        nodes: usize,
        span: Span,
    ) -> Result<(), ParseDiagnostic> {
        self.copies += nodes;
        let message = if self.open.iter().any(|open| open.id == id) {
            "the alias is inside its own value".to_owned()
        } else if self.copies > MAX_COPIES {
            format!("the aliases up to here expand to more than {MAX_COPIES} values")
        } else {
            return Ok(());
        };
        let help = "write the value out, or move it to `components` and refer to it with `$ref`";
        Err(ParseDiagnostic::new(ParseDiagnosticKind::AliasUnbounded, span, message, help))
    }
}
