//! Which operations a change is in.

use super::collected::Found;
use super::queue::Entry;

/// How many operations of a change are named; so naming them takes no longer than comparing did.
const NAMED: usize = 100;

/// Names the operations and directions of every change.
pub fn name(entries: &[Entry], changes: &mut [Found]) {
    if changes.is_empty() {
        return;
    }
    let wanted = above_changes(entries, changes);
    let mut operations: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    for (operation, _) in entries.iter().enumerate().filter(|(_, e)| e.operation.is_some()) {
        let mut open = vec![operation];
        while let Some(entry) = open.pop() {
            // What is in an entry is in all that have it, so a full one has nothing to pass on.
            let known = &mut operations[entry];
            if !wanted[entry] || known.last() == Some(&operation) || known.len() > NAMED {
                continue;
            }
            known.push(operation);
            open.extend(&entries[entry].inner);
        }
    }
    for Found { change, entries: owners } in changes.iter_mut() {
        // What is found in the documents as a whole knows its operations.
        if owners.is_empty() {
            continue;
        }
        let mut affected: Vec<usize> =
            owners.iter().flat_map(|&owner| operations[owner].iter().copied()).collect();
        affected.sort_unstable();
        affected.dedup();
        change.more = affected.len() > NAMED;
        affected.truncate(NAMED);
        let names = affected.iter().filter_map(|&entry| entries[entry].operation.clone());
        change.operations = names.collect();
        change.directions = owners.iter().filter_map(|&owner| entries[owner].direction).collect();
        change.directions.sort_unstable();
        change.directions.dedup();
    }
}

/// Which entries lead to a change.
fn above_changes(entries: &[Entry], changes: &[Found]) -> Vec<bool> {
    let mut outer: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    for (entry, Entry { inner, .. }) in entries.iter().enumerate() {
        inner.iter().for_each(|&inner| outer[inner].push(entry));
    }
    let mut wanted = vec![false; entries.len()];
    let mut open: Vec<usize> = changes.iter().flat_map(|found| found.entries.clone()).collect();
    while let Some(entry) = open.pop() {
        if !std::mem::replace(&mut wanted[entry], true) {
            open.extend(&outer[entry]);
        }
    }
    wanted
}
