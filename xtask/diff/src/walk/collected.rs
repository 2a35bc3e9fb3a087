//! The changes of the whole walk, each of them once.

use std::collections::HashMap;

use spec::Node;

use super::super::changes::{Change, Changes};

/// All changes that were found so far.
#[derive(Default)]
pub struct Collected<'d> {
    pub found: Vec<Found<'d>>,
    /// The position of a change by its identity.
    known: HashMap<Identity<'d>, usize>,
}

/// A change, and the visits of the walk in which it was found.
pub struct Found<'d> {
    pub change: Change<'d>,
    pub visits: Vec<usize>,
}

/// The kind of a change, its locations, and its values before and after.
type Identity<'d> = (&'static str, Option<Node<'d>>, Option<Node<'d>>, String);

impl<'d> Collected<'d> {
    /// Adds changes, or what they mean in this visit if they are known already.
    pub fn add(&mut self, changes: Changes<'d>, visit: Option<usize>) {
        for change in changes.into_found() {
            let index = *self.known.entry(identity(&change)).or_insert(self.found.len());
            match self.found.get_mut(index) {
                Some(Found { change: known, visits }) => {
                    known.impact = known.impact.or(change.impact);
                    visits.extend(visit);
                }
                None => self.found.push(Found { change, visits: visit.into_iter().collect() }),
            }
        }
    }
}

fn identity<'d>(change: &Change<'d>) -> Identity<'d> {
    let Change { kind, subject, was, is, base, head, .. } = change;
    // What is missing in one document is missing in all places that share what is around it.
    let (base, head) = match (base.present, head.present) {
        (true, false) => (Some(base.node), None),
        (false, true) => (None, Some(head.node)),
        _ => (Some(base.node), Some(head.node)),
    };
    (kind.id, base, head, format!("{subject} {was:?} {is:?}"))
}
