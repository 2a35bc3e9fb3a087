//! Responses that only one document has for a status, and what the other one has for it.

use spec::Node;

use super::super::matched::Matched;
use super::super::matching;
use super::super::pairs::{Covered, ObjectPair, OperationPair};
use super::super::resolved_object::ResolvedObject;
use super::super::responses;
use super::queue::Queue;

impl<'d> Queue<'d> {
    /// Returns the operations with their responses that the other one covers with a range, or with
    /// `default`.
    pub(super) fn with_covered(&mut self, mut pair: OperationPair<'d>) -> OperationPair<'d> {
        let Matched { removed, added, .. } = matching::responses(&pair);
        let removed = removed
            .into_iter()
            .filter_map(|base| Some((base, responses::covering(pair.head, base.0)?)));
        let added = added
            .into_iter()
            .filter_map(|head| Some((responses::covering(pair.base, head.0)?, head)));
        let both: Vec<_> = removed.chain(added).collect();
        pair.covered = both
            .into_iter()
            .map(|(base, head)| {
                let adds_none = self.adds_no_content(base.1, head.1);
                Covered { base, head, adds_none }
            })
            .collect();
        pair
    }

    /// Whether a response surely has no content that another one does not allow.
    fn adds_no_content(&mut self, base: Node<'d>, head: Node<'d>) -> bool {
        let (Ok(base), Ok(head)) = (base.resolve(), head.resolve()) else { return false };
        let pair = ObjectPair::responses(base, head);
        let Matched { matched, removed, .. } = matching::content(&pair);
        let schema = |media: Node<'d>| ResolvedObject::schema(media, media.get("schema"));
        removed.is_empty()
            && matched
                .into_iter()
                .all(|((_, old), (_, new))| self.prover.is_within(&schema(new), &schema(old)))
    }
}
