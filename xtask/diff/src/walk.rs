//! Goes through two documents side by side, and lets every kind of change look.

mod objects;
mod owners;
mod schemas;
mod unreached;

pub use schemas::{Properties, properties};

use std::collections::HashMap;

use spec::{Document, Node, Operation};

use super::changes::{Change, Changes};
use super::kind::{Check, Documents};
use super::kinds::KINDS;
use super::matching;
use super::pair::{Choices, Object, Operations, Pair, References, Unread};
use super::same::Prints;
use super::side::{Side, resolved};
use super::verdict::{Direction, Reach};

/// Everything that changed between two documents, the worst first.
pub fn compare<'d>(base: &'d Document<'d>, head: &'d Document<'d>) -> Vec<Change<'d>> {
    let mut walk = Walk::new();
    let operations = matching::operations(base, head);
    walk.root(base.root(), head.root(), &operations.both);
    walk.run();
    let sent = walk.sent();
    walk.unreached(base.root(), head.root());
    walk.run();
    walk.document(&Documents { base, head, operations, sent });
    let Walk { changes, entries, .. } = walk;
    let mut changes = changes.into_found();
    owners::name(&entries, &mut changes);
    changes.sort_by_key(|change| {
        let place = change.head.node.span().start;
        (std::cmp::Reverse(change.verdicts.worst()), place, change.kind.id)
    });
    changes
}

/// Two things still to be looked at.
///
/// They wait in a list, so that however deep schemas are in one another, the stack is not.
enum Task<'d> {
    Operation(Operations<'d>),
    Object(Pair<'d>),
    Choice(Choices<'d>),
    Reference(References<'d>),
    Unreadable(Unread<'d>),
    Unused(Unread<'d>),
}

/// Something that was met, and what was met in it.
#[derive(Default)]
struct Entry {
    /// The name of an operation.
    operation: Option<String>,
    direction: Option<Direction>,
    inner: Vec<usize>,
}

struct Walk<'d> {
    changes: Changes<'d>,
    prints: Prints<'d>,
    entries: Vec<Entry>,
    /// What is reached from many places is compared once.
    known: HashMap<Pair<'d>, usize>,
    choices: HashMap<(Node<'d>, Node<'d>, Reach), usize>,
    callbacks: HashMap<(Operation<'d>, Operation<'d>, Reach), usize>,
    queue: Vec<(usize, Task<'d>)>,
}

impl<'d> Walk<'d> {
    fn new() -> Self {
        Self {
            changes: Changes::new(),
            prints: Prints::default(),
            entries: Vec::new(),
            known: HashMap::new(),
            choices: HashMap::new(),
            callbacks: HashMap::new(),
            queue: Vec::new(),
        }
    }

    fn run(&mut self) {
        while let Some((entry, task)) = self.queue.pop() {
            self.check(entry, &task);
            match task {
                Task::Operation(pair) => self.in_operation(entry, &pair),
                Task::Object(pair) if pair.object == Object::Schema => self.in_schema(entry, &pair),
                Task::Object(pair) => self.in_object(entry, &pair),
                Task::Choice(pair) => self.in_choice(entry, &pair),
                Task::Reference(_) | Task::Unreadable(_) | Task::Unused(_) => {}
            }
        }
    }

    fn check(&mut self, entry: usize, task: &Task<'d>) {
        // Most schemas are what they were, and it is quick to see.
        if let Task::Object(pair) = task
            && pair.object == Object::Schema
            && schemas::say_the_same(pair)
        {
            return;
        }
        for kind in KINDS.iter() {
            let changes = self.changes.by(kind, Some(entry));
            match (&kind.check, task) {
                (Check::Operation(check), Task::Operation(pair)) => check(pair, changes),
                (Check::Object(objects, check), Task::Object(pair))
                    if objects.contains(&pair.object) =>
                {
                    check(pair, changes);
                }
                (Check::Choice(check), Task::Choice(pair)) => check(pair, changes),
                (Check::Reference(check), Task::Reference(pair)) => check(pair, changes),
                (Check::Unreadable(check), Task::Unreadable(pair)) => check(pair, changes),
                (Check::Unused(check), Task::Unused(pair)) => check(pair, changes),
                _ => {}
            }
        }
    }

    fn document(&mut self, documents: &Documents<'d>) {
        for kind in KINDS.iter() {
            if let Check::Document(check) = kind.check {
                check(documents, self.changes.by(kind, None));
            }
        }
    }

    fn root(
        &mut self,
        base: Node<'d>,
        head: Node<'d>,
        operations: &[(Operation<'d>, Operation<'d>)],
    ) {
        let top = self.entry(Entry::default());
        let reach = Reach::of(Direction::Request);
        self.object(top, Object::Root, base, head, reach);
        for &(base, head) in operations {
            self.operation(matching::pair_operations(base, head, reach));
        }
    }

    fn entry(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }

    fn operation(&mut self, pair: Operations<'d>) {
        let name = matching::name(pair.head);
        let entry = self.entry(Entry { operation: Some(name), ..Entry::default() });
        self.queue.push((entry, Task::Operation(pair)));
    }

    /// Will compare two objects, or the values that are there in place of objects.
    fn object(
        &mut self,
        owner: usize,
        object: Object,
        base: Node<'d>,
        head: Node<'d>,
        reach: Reach,
    ) {
        if let Some((base, head)) = self.readable(owner, base, head) {
            let (base, head) = (Side::object(base), Side::object(head));
            self.pair(owner, Pair { object, base, head, reach });
        }
    }

    /// The objects that two values are or lead to; else the values will be compared as a whole.
    fn readable(
        &mut self,
        owner: usize,
        base: Node<'d>,
        head: Node<'d>,
    ) -> Option<(Node<'d>, Node<'d>)> {
        match (resolved(base), resolved(head)) {
            (Ok(base), Ok(head)) if base.is_object() && head.is_object() => Some((base, head)),
            (Ok(base) | Err(base), Ok(head) | Err(head)) => {
                self.queue.push((owner, Task::Unreadable(Unread { base, head })));
                None
            }
        }
    }

    fn pair(&mut self, owner: usize, pair: Pair<'d>) {
        let new = self.entries.len();
        let entry = match self.known.get(&pair) {
            Some(&entry) => entry,
            None => {
                let direction = pair.object.travels().then_some(pair.reach.direction);
                self.known.insert(pair.clone(), new);
                self.queue.push((new, Task::Object(pair)));
                self.entry(Entry { direction, ..Entry::default() })
            }
        };
        self.entries[owner].inner.push(entry);
    }

    /// Will compare two operations of callbacks, once: they may have the same callbacks again.
    fn callback(&mut self, owner: usize, base: Operation<'d>, head: Operation<'d>, reach: Reach) {
        let new = self.entries.len();
        let entry = *self.callbacks.entry((base, head, reach)).or_insert(new);
        if entry == new {
            self.entry(Entry::default());
            let pair = matching::pair_operations(base, head, reach);
            self.queue.push((new, Task::Operation(pair)));
        }
        self.entries[owner].inner.push(entry);
    }

    /// Will compare two choices, once: one of the alternatives may be the whole choice again.
    fn choice(&mut self, owner: usize, choices: Choices<'d>) {
        let new = self.entries.len();
        let place = (choices.base, choices.head, choices.reach);
        let entry = *self.choices.entry(place).or_insert(new);
        if entry == new {
            let direction = Some(choices.reach.direction);
            self.entry(Entry { direction, ..Entry::default() });
            self.queue.push((new, Task::Choice(choices)));
        }
        self.entries[owner].inner.push(entry);
    }
}
