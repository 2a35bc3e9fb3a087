//! What is still to be compared, and what was met already.

use std::collections::HashMap;
use std::rc::Rc;

use spec::{Direction, Document, Node, ObjectKind, Operation};

use super::super::changes::AffectedOperation;
use super::super::context::Context;
use super::super::extending::Extensions;
use super::super::fingerprints::Fingerprints;
use super::super::matching;
use super::super::operations;
use super::super::pairs::{ChoicePair, ObjectPair, OperationPair, ReferencePair, ValuePair};
use super::super::proof::Prover;
use super::super::resolved_object::{ResolvedObject, resolved};
use super::super::rust_schema::RustSchemas;
use super::super::security::Schemes;

/// Two things still to be looked at.
///
/// They wait in a list, so that however deep schemas are in one another, the stack is not.
pub enum Task<'d> {
    Operation(OperationPair<'d>),
    Object(ObjectPair<'d>),
    Choice(ChoicePair<'d>),
    Reference(ReferencePair<'d>),
    Unreadable(ValuePair<'d>),
    Unused(ValuePair<'d>),
}

/// Something that was met, and what was met in it.
#[derive(Default)]
pub struct Visit {
    pub operation: Option<AffectedOperation>,
    pub direction: Option<Direction>,
    /// The visits in it.
    pub inner: Vec<usize>,
}

/// All that is met on the way through two documents.
pub struct Queue<'d> {
    pub fingerprints: Fingerprints<'d>,
    pub prover: Prover<'d>,
    pub rust: RustSchemas<'d>,
    schemes: Rc<Schemes<'d>>,
    /// What extends the bases of each document.
    pub(super) extensions: Rc<[Extensions<'d>; 2]>,
    pub visits: Vec<Visit>,
    /// A pair that is reached in several ways is compared once.
    pub known: HashMap<ObjectPair<'d>, usize>,
    choices: HashMap<(Node<'d>, Node<'d>, Context), usize>,
    pub(super) alternatives: HashMap<(Node<'d>, Node<'d>, Context), usize>,
    callbacks: HashMap<(Operation<'d>, Operation<'d>, Context), usize>,
    waiting: Vec<(usize, Task<'d>)>,
}

impl<'d> Queue<'d> {
    /// Nothing is to be compared yet.
    pub fn new(documents: [&'d Document<'d>; 2], schemes: Rc<Schemes<'d>>) -> Self {
        let extensions = Rc::new(documents.map(Extensions::of));
        Self {
            fingerprints: Fingerprints::default(),
            prover: Prover::default(),
            rust: RustSchemas::of(extensions.clone()),
            schemes,
            extensions,
            visits: Vec::new(),
            known: HashMap::new(),
            choices: HashMap::new(),
            alternatives: HashMap::new(),
            callbacks: HashMap::new(),
            waiting: Vec::new(),
        }
    }

    /// Returns the security schemes of both documents.
    pub fn schemes(&self) -> Rc<Schemes<'d>> {
        self.schemes.clone()
    }

    /// Returns what to compare next, and the visit that it is in.
    pub fn pop(&mut self) -> Option<(usize, Task<'d>)> {
        self.waiting.pop()
    }

    /// Will compare something that is in a visit.
    pub fn push(&mut self, visit: usize, task: Task<'d>) {
        self.waiting.push((visit, task));
    }

    /// Will compare the documents from their roots, and the operations that both have.
    pub fn root(
        &mut self,
        base: Node<'d>,
        head: Node<'d>,
        operations: &[(Operation<'d>, Operation<'d>)],
    ) {
        let top = self.visit(Visit::default());
        let context = Context::of(Direction::Request);
        self.object(top, ObjectKind::OpenApi, base, head, context);
        for &(base, head) in operations {
            let schemes = self.schemes.clone();
            self.operation(matching::pair_operations(base, head, context, schemes));
        }
    }

    pub fn visit(&mut self, visit: Visit) -> usize {
        self.visits.push(visit);
        self.visits.len() - 1
    }

    fn operation(&mut self, pair: OperationPair<'d>) {
        let operation = Some(operations::affected(pair.head));
        let visit = self.visit(Visit { operation, ..Visit::default() });
        let pair = self.with_covered(pair);
        self.push(visit, Task::Operation(pair));
    }

    /// Will compare two objects, or the values that are there in place of objects.
    pub fn object(
        &mut self,
        parent: usize,
        kind: ObjectKind,
        base: Node<'d>,
        head: Node<'d>,
        context: Context,
    ) {
        if let Some((base, head)) = self.readable(parent, base, head) {
            let (base, head) = (ResolvedObject::object(base), ResolvedObject::object(head));
            self.pair(
                parent,
                ObjectPair { kind, replaced: false, base, head, context, rust: None },
            );
        }
    }

    /// The objects that two values are or lead to; else the values will be compared as a whole.
    pub fn readable(
        &mut self,
        parent: usize,
        base: Node<'d>,
        head: Node<'d>,
    ) -> Option<(Node<'d>, Node<'d>)> {
        match (resolved(base), resolved(head)) {
            (Ok(base), Ok(head)) if base.is_object() && head.is_object() => Some((base, head)),
            (Ok(base) | Err(base), Ok(head) | Err(head)) => {
                self.push(parent, Task::Unreadable(ValuePair { base, head }));
                None
            }
        }
    }

    pub fn pair(&mut self, parent: usize, pair: ObjectPair<'d>) {
        let new = self.visits.len();
        let visit = match self.known.get(&pair) {
            Some(&visit) => visit,
            None => {
                let direction = pair.is_transmitted().then_some(pair.context.direction);
                self.known.insert(pair.clone(), new);
                self.push(new, Task::Object(pair));
                self.visit(Visit { direction, ..Visit::default() })
            }
        };
        self.visits[parent].inner.push(visit);
    }

    /// Will compare two operations of callbacks, once: they may have the same callbacks again.
    pub fn callback(
        &mut self,
        parent: usize,
        base: Operation<'d>,
        head: Operation<'d>,
        context: Context,
    ) {
        let new = self.visits.len();
        let visit = *self.callbacks.entry((base, head, context)).or_insert(new);
        if visit == new {
            self.visit(Visit::default());
            let pair = matching::pair_operations(base, head, context, self.schemes.clone());
            let pair = self.with_covered(pair);
            self.push(new, Task::Operation(pair));
        }
        self.visits[parent].inner.push(visit);
    }

    /// Will compare two choices, once: one of the alternatives may be the whole choice again.
    pub fn choice(&mut self, parent: usize, choices: ChoicePair<'d>) {
        let key = (choices.base, choices.head, choices.context);
        match self.choices.get(&key) {
            Some(&visit) => self.visits[parent].inner.push(visit),
            None => {
                self.choices.insert(key, self.visits.len());
                self.part_of_choice(parent, choices);
            }
        }
    }

    /// Will compare some alternatives of two choices.
    pub fn part_of_choice(&mut self, parent: usize, choices: ChoicePair<'d>) {
        let direction = Some(choices.context.direction);
        let visit = self.visit(Visit { direction, ..Visit::default() });
        self.push(visit, Task::Choice(choices));
        self.visits[parent].inner.push(visit);
    }
}
