//! What is still to be compared, and what was met already.

use std::collections::HashMap;

use spec::{Node, Operation};

use super::super::context::Reach;
use super::super::fingerprints::Prints;
use super::super::matching;
use super::super::object_type::Object;
use super::super::operations;
use super::super::pairs::{Choices, Operations, Pair, References, Unread};
use super::super::resolved_object::{Side, resolved};
use spec::Direction;

/// Two things still to be looked at.
///
/// They wait in a list, so that however deep schemas are in one another, the stack is not.
pub enum Task<'d> {
    Operation(Operations<'d>),
    Object(Pair<'d>),
    Choice(Choices<'d>),
    Reference(References<'d>),
    Unreadable(Unread<'d>),
    Unused(Unread<'d>),
}

/// Something that was met, and what was met in it.
#[derive(Default)]
pub struct Entry {
    /// The name of an operation.
    pub operation: Option<String>,
    pub direction: Option<Direction>,
    /// The entries in it.
    pub inner: Vec<usize>,
}

/// All that is met on the way through two documents.
#[derive(Default)]
pub struct Queue<'d> {
    pub prints: Prints<'d>,
    pub entries: Vec<Entry>,
    /// What is reached from many places is compared once.
    pub known: HashMap<Pair<'d>, usize>,
    choices: HashMap<(Node<'d>, Node<'d>, Reach), usize>,
    callbacks: HashMap<(Operation<'d>, Operation<'d>, Reach), usize>,
    waiting: Vec<(usize, Task<'d>)>,
}

impl<'d> Queue<'d> {
    /// Returns what to compare next, and the entry that it is in.
    pub fn pop(&mut self) -> Option<(usize, Task<'d>)> {
        self.waiting.pop()
    }

    /// Will compare something that is in an entry.
    pub fn push(&mut self, entry: usize, task: Task<'d>) {
        self.waiting.push((entry, task));
    }

    /// Will compare the documents from their roots, and the operations that both have.
    pub fn root(
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

    pub fn entry(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }

    fn operation(&mut self, pair: Operations<'d>) {
        let name = operations::name(pair.head);
        let entry = self.entry(Entry { operation: Some(name), ..Entry::default() });
        self.push(entry, Task::Operation(pair));
    }

    /// Will compare two objects, or the values that are there in place of objects.
    pub fn object(
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
    pub fn readable(
        &mut self,
        owner: usize,
        base: Node<'d>,
        head: Node<'d>,
    ) -> Option<(Node<'d>, Node<'d>)> {
        match (resolved(base), resolved(head)) {
            (Ok(base), Ok(head)) if base.is_object() && head.is_object() => Some((base, head)),
            (Ok(base) | Err(base), Ok(head) | Err(head)) => {
                self.push(owner, Task::Unreadable(Unread { base, head }));
                None
            }
        }
    }

    pub fn pair(&mut self, owner: usize, pair: Pair<'d>) {
        let new = self.entries.len();
        let entry = match self.known.get(&pair) {
            Some(&entry) => entry,
            None => {
                let direction = pair.object.travels().then_some(pair.reach.direction);
                self.known.insert(pair.clone(), new);
                self.push(new, Task::Object(pair));
                self.entry(Entry { direction, ..Entry::default() })
            }
        };
        self.entries[owner].inner.push(entry);
    }

    /// Will compare two operations of callbacks, once: they may have the same callbacks again.
    pub fn callback(
        &mut self,
        owner: usize,
        base: Operation<'d>,
        head: Operation<'d>,
        reach: Reach,
    ) {
        let new = self.entries.len();
        let entry = *self.callbacks.entry((base, head, reach)).or_insert(new);
        if entry == new {
            self.entry(Entry::default());
            let pair = matching::pair_operations(base, head, reach);
            self.push(new, Task::Operation(pair));
        }
        self.entries[owner].inner.push(entry);
    }

    /// Will compare two choices, once: one of the alternatives may be the whole choice again.
    pub fn choice(&mut self, owner: usize, choices: Choices<'d>) {
        let new = self.entries.len();
        let place = (choices.base, choices.head, choices.reach);
        let entry = *self.choices.entry(place).or_insert(new);
        if entry == new {
            let direction = Some(choices.reach.direction);
            self.entry(Entry { direction, ..Entry::default() });
            self.push(new, Task::Choice(choices));
        }
        self.entries[owner].inner.push(entry);
    }
}
