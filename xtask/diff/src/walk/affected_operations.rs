//! The operations that a change affects.

use super::collected::Found;
use super::queue::Visit;

/// How many operations of a change are named; so naming them takes no longer than comparing did.
const NAMED: usize = 100;

/// Names the operations and directions of every change.
pub fn name(visits: &[Visit], changes: &mut [Found]) {
    if changes.is_empty() {
        return;
    }
    let wanted = above_changes(visits, changes);
    let mut operations: Vec<Vec<usize>> = vec![Vec::new(); visits.len()];
    for (operation, _) in visits.iter().enumerate().filter(|(_, visit)| visit.operation.is_some()) {
        let mut open = vec![operation];
        while let Some(visit) = open.pop() {
            // What is in a visit is in all that have it, so a full one has nothing to pass on.
            let known = &mut operations[visit];
            if !wanted[visit] || known.last() == Some(&operation) || known.len() > NAMED {
                continue;
            }
            known.push(operation);
            open.extend(&visits[visit].inner);
        }
    }
    for Found { change, visits: parents } in changes.iter_mut() {
        // What is found in the documents as a whole knows its operations.
        if parents.is_empty() {
            continue;
        }
        let mut affected: Vec<usize> =
            parents.iter().flat_map(|&parent| operations[parent].iter().copied()).collect();
        affected.sort_unstable();
        affected.dedup();
        change.more_operations = affected.len() > NAMED;
        affected.truncate(NAMED);
        let names = affected.iter().filter_map(|&visit| visits[visit].operation.clone());
        change.operations = names.collect();
        change.directions = parents.iter().filter_map(|&parent| visits[parent].direction).collect();
        change.directions.sort_unstable();
        change.directions.dedup();
    }
}

/// Which visits lead to a change.
fn above_changes(visits: &[Visit], changes: &[Found]) -> Vec<bool> {
    let mut outer: Vec<Vec<usize>> = vec![Vec::new(); visits.len()];
    for (visit, Visit { inner, .. }) in visits.iter().enumerate() {
        inner.iter().for_each(|&inner| outer[inner].push(visit));
    }
    let mut wanted = vec![false; visits.len()];
    let mut open: Vec<usize> = changes.iter().flat_map(|found| found.visits.clone()).collect();
    while let Some(visit) = open.pop() {
        if !std::mem::replace(&mut wanted[visit], true) {
            open.extend(&outer[visit]);
        }
    }
    wanted
}
