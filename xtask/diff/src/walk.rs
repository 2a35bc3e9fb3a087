//! Visits two documents in parallel, and lets every kind of change check each pair.

mod affected_operations;
mod bases;
mod choices;
mod collected;
mod covered;
mod objects;
mod queue;
mod rust_types;
mod sameness;
mod schemas;
mod unreached;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::LazyLock;

use spec::{Document, ObjectKind};

use super::change_kind::{ChangeKind, Check};
use super::changes::{Change, Changes};
use super::documents::Documents;
use super::impact::Level;
use super::kinds::KINDS;
use super::location::Location;
use super::matching;
use super::rust_type::RustChange;
use super::security::Schemes;
use collected::Collected;
use queue::{Queue, Task};

/// Everything that changed between two documents, the worst first. The files that they refer to are
/// taken to be the same.
pub fn compare<'d>(base: &'d Document<'d>, head: &'d Document<'d>) -> Vec<Change<'d>> {
    static NONE: LazyLock<HashSet<String>> = LazyLock::new(HashSet::new);
    compare_with_files(base, head, &NONE)
}

/// Everything that changed between two documents, the worst first, where these files that both refer
/// to differ.
pub fn compare_with_files<'d>(
    base: &'d Document<'d>,
    head: &'d Document<'d>,
    changed_files: &'d HashSet<String>,
) -> Vec<Change<'d>> {
    let schemes = Rc::new(Schemes::of(base, head));
    let (mut queue, mut collected) =
        (Queue::new([base, head], schemes.clone()), Collected::default());
    let operations = matching::operations(base, head);
    queue.root(base.root(), head.root(), &operations.matched);
    run(&mut queue, &mut collected);
    let received = queue.received();
    queue.unreached(base.root(), head.root());
    run(&mut queue, &mut collected);
    check_documents(
        &Documents { base, head, operations, schemes, changed_files, received },
        &mut collected,
    );
    affected_operations::name(&queue.visits, &mut collected.found);
    let mut changes: Vec<_> = collected.found.into_iter().map(|found| found.change).collect();
    changes.sort_by_key(|change| {
        let location = change.head.node.span().start;
        (Reverse(change.impact.worst()), location, change.kind.id)
    });
    changes
}

fn run<'d>(queue: &mut Queue<'d>, collected: &mut Collected<'d>) {
    while let Some((visit, task)) = queue.pop() {
        // Most schemas are what they were, and it is quick to see.
        let same =
            matches!(&task, Task::Object(pair) if pair.is_schema() && sameness::say_the_same(pair));
        let mut source = Level::None;
        if !same {
            let judged = queue.judged(&task);
            let judged = judged.as_ref().unwrap_or(&task);
            for changes in KINDS.iter().filter_map(|kind| check(kind, judged)) {
                source = source.max(changes.worst_source());
                collected.add(changes, Some(visit));
            }
        }
        let types = KINDS.iter().filter_map(|kind| check_type(kind, &task, source));
        types.for_each(|changes| collected.add(changes, Some(visit)));
        match task {
            Task::Operation(pair) => queue.in_operation(visit, &pair),
            Task::Object(pair) if pair.is_schema() => queue.in_schema(visit, &pair),
            Task::Object(pair) => queue.in_object(visit, &pair),
            Task::Choice(pair) => queue.in_choice(visit, &pair),
            Task::Reference(_) | Task::Unreadable(_) | Task::Unused(_) => {}
        }
    }
}

/// Returns the changes of a kind, if it checks such a task.
fn check<'d>(kind: &'static ChangeKind, task: &Task<'d>) -> Option<Changes<'d>> {
    let mut changes = Changes::of(&kind.info);
    match (&kind.check, task) {
        (Check::Operation(check), Task::Operation(pair)) => check(pair, &mut changes),
        (Check::Object(objects, check), Task::Object(pair))
            if objects.contains(&pair.kind) && !pair.replaced =>
        {
            check(pair, &mut changes);
        }
        (Check::Schema(check), Task::Object(pair)) if pair.kind == ObjectKind::Schema => {
            check(pair, &mut changes);
        }
        (Check::Choice(check), Task::Choice(pair)) => check(pair, &mut changes),
        (Check::Reference(check), Task::Reference(pair)) => check(pair, &mut changes),
        (Check::Unreadable(check), Task::Unreadable(pair)) => check(pair, &mut changes),
        (Check::Unused(check), Task::Unused(pair)) => check(pair, &mut changes),
        _ => return None,
    }
    Some(changes)
}

/// Returns that a schema has another type in Rust, unless other kinds have found a change of `source`.
fn check_type<'d>(
    kind: &'static ChangeKind,
    task: &Task<'d>,
    source: Level,
) -> Option<Changes<'d>> {
    let Check::RustType(check) = kind.check else { return None };
    let (rust, context, locations) = match task {
        // The choices in it are checked after it.
        Task::Object(pair) if pair.has_choices() => return None,
        Task::Object(pair) => (&pair.rust, pair.context, pair.locations()),
        Task::Choice(pair) => {
            (&pair.rust, pair.context, (Location::at(pair.base), Location::at(pair.head)))
        }
        _ => return None,
    };
    let is_shown = |change: &&RustChange| context.typed || change.declared;
    let change = rust.as_ref().filter(is_shown).filter(|change| change.level() > source)?;
    let mut changes = Changes::of(&kind.info);
    check((change, context.with_rust_type()), locations, &mut changes);
    Some(changes)
}

fn check_documents<'d>(documents: &Documents<'d>, collected: &mut Collected<'d>) {
    for kind in KINDS.iter() {
        if let Check::Document(check) = kind.check {
            let mut changes = Changes::of(&kind.info);
            check(documents, &mut changes);
            collected.add(changes, None);
        }
    }
}
