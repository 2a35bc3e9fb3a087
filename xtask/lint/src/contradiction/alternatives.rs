//! Alternatives of which each excludes the schemas around.

use spec::Node;

use super::found::Contradiction;
use super::search::Contradictions;
use crate::by_node::NodeSet;
use crate::words;

impl<'d> Contradictions<'_, 'd> {
    /// A list of alternatives that all exclude what applies beside them. Of a part in `components`,
    /// the alternatives are not tried: a base with many of them is a part of each.
    pub(super) fn alternatives(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        let first = *schemas.first()?;
        let is_inline = |part: &Node| part.parent().and_then(Node::parent) == Some(first);
        let own = schemas.iter().filter(|part| **part == first || is_inline(part));
        let lists = own.flat_map(|schema| ["anyOf", "oneOf"].map(|keyword| schema.get(keyword)));
        let lists: Vec<Node> = lists.flatten().filter(|list| !list.is_empty()).collect();
        lists.into_iter().find_map(|list| self.all_excluded(schemas, list))
    }

    fn all_excluded(&mut self, schemas: &[Node<'d>], list: Node<'d>) -> Option<Contradiction> {
        let mut first = None;
        for alternative in list.items() {
            let parts = self.parts(alternative)?;
            let mut known = NodeSet::default();
            let together = schemas.iter().chain(&parts).copied();
            let together: Vec<Node> = together.filter(|part| known.insert(*part)).collect();
            let found = self.search_inner(&together)?;
            first.get_or_insert((parts, found));
        }
        let (parts, found) = first?;
        let keyword = list.key().unwrap_or_default();
        let name = words::schema(*parts.first()?);
        let message = format!("no schema of `{keyword}` can match; {name}: {}", found.message);
        let help = found.help.unwrap_or_else(|| {
            format!("correct the schema around `{keyword}`, or the schemas in it")
        });
        Some(Contradiction { message, help: Some(help) })
    }
}
