//! The proofs that were made already, and those that are being made.

use std::collections::HashMap;

use pattern::{Budget, Pattern};

use super::super::relation::Relation;
use super::super::resolved_object::ResolvedObject;
use super::schema::Schema;

/// How many schemas one relation may look at. Beyond that, nothing is proven.
const STEPS: u32 = 2_000;

/// How deep schemas may be in one another in a proof, which calls itself for each level.
const LEVELS: usize = 48;

/// Proves relations between schemas, each pair once.
#[derive(Default)]
pub struct Prover<'d> {
    known: HashMap<Claim<'d>, State>,
    /// Claims that hold if a claim around them does, which is not decided yet.
    provisional: Vec<Claim<'d>>,
    /// The outermost undecided claim on which the current one depends.
    lowest: usize,
    level: usize,
    /// The level at which the last property or item began.
    crossed: usize,
    left: u32,
    /// The patterns that were read; none for what cannot be read.
    patterns: HashMap<&'d str, Option<Pattern>>,
    budget: Budget,
    /// Whether values are written as text, where numbers are texts too.
    pub(super) text: bool,
}

/// That the second schema allows all that the first one allows; and whether both are text.
type Claim<'d> = (Schema<'d>, Schema<'d>, bool);

#[derive(Clone, Copy)]
enum State {
    /// It is being decided at this level. Meeting it again in itself is no reason against it.
    Open(usize),
    Decided(bool),
}

impl<'d> Prover<'d> {
    /// Returns what can be proven about an old and a new schema.
    pub fn relation(
        &mut self,
        base: &ResolvedObject<'d>,
        head: &ResolvedObject<'d>,
        text: bool,
    ) -> Relation {
        self.text = text;
        let (base, head) = (Schema::of(base), Schema::of(head));
        self.left = STEPS;
        let keeps_all = self.within(&base, &head);
        self.left = STEPS;
        let adds_none = self.within(&head, &base);
        Relation { keeps_all, adds_none }
    }

    /// Whether every value of one schema is surely a value of the other.
    pub fn is_within(&mut self, one: &ResolvedObject<'d>, other: &ResolvedObject<'d>) -> bool {
        self.text = false;
        self.left = STEPS;
        self.within(&Schema::of(one), &Schema::of(other))
    }

    pub(super) fn within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        if !one.is_readable() || !other.is_readable() {
            return false;
        }
        if other.is_any() {
            return true;
        }
        let claim = (one.clone(), other.clone(), self.text);
        match self.known.get(&claim).copied() {
            // A choice that is one of its own alternatives proves nothing.
            Some(State::Open(level)) if level >= self.crossed => return false,
            Some(State::Open(level)) => {
                self.lowest = self.lowest.min(level);
                return true;
            }
            Some(State::Decided(holds)) => return holds,
            None if self.level >= LEVELS || !self.step() => return false,
            None => {}
        }
        let (level, first) = (self.level, self.provisional.len());
        self.known.insert(claim.clone(), State::Open(level));
        let around = std::mem::replace(&mut self.lowest, usize::MAX);
        self.level += 1;
        let holds = self.prove(one, other);
        self.level -= 1;
        let lowest = std::mem::replace(&mut self.lowest, around);
        self.known.insert(claim.clone(), State::Decided(holds));
        if !holds {
            // What was taken to hold because of this claim is undecided again.
            self.provisional.drain(first..).for_each(|claim| _ = self.known.remove(&claim));
        } else if lowest < level {
            self.provisional.push(claim);
            self.lowest = around.min(lowest);
        } else {
            self.provisional.truncate(first);
        }
        holds
    }

    /// Whether there is work left to spend.
    pub(super) fn step(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }

    /// Decides a claim, from what the schemas say themselves.
    fn prove(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        if let Some(values) = one.listed() {
            return values.iter().all(|value| {
                self.step() && (self.refutes(one, *value) || self.accepts(one, other, *value))
            });
        }
        if let Some(mut alternatives) = one.alternatives() {
            return alternatives.all(|alternative| self.within(&alternative, other));
        }
        let (types, allowed) = (one.types(), other.types());
        let is_text = |name| self.text && other.is_free_text() && types.is_scalar(name);
        let fits = types.names().all(|name| allowed.has(name) || is_text(name));
        fits && !types.is_empty()
            && one.null().implies(other.null())
            && other.listed().is_none()
            && other.unknown_keywords_are_in(one)
            && self.scalars_are_within(one, other)
            && self.lists_are_within(one, other)
            && self.objects_are_within(one, other)
            && self.exclusions_are_kept(one, other)
            && self.fits_choices(one, other)
    }
}

impl<'d> Prover<'d> {
    /// Whether a pattern matches in a text, if that can be told.
    pub(super) fn matches(&mut self, pattern: &'d str, text: &str) -> Option<bool> {
        let read = || Pattern::new(pattern).ok().flatten();
        let pattern = self.patterns.entry(pattern).or_insert_with(read).as_ref()?;
        pattern.is_in(text, &self.budget).ok()
    }

    /// Whether all values in one schema, such as its items, are values in the other.
    pub(super) fn inner_within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        let around = std::mem::replace(&mut self.crossed, self.level);
        let holds = self.within(one, other);
        self.crossed = around;
        holds
    }

    /// Whether schemas are too deep in one another to go on.
    pub(super) fn is_deep(&self) -> bool {
        self.level >= LEVELS
    }

    /// Does something one level deeper.
    pub(super) fn deeper(&mut self, prove: impl FnOnce(&mut Self) -> bool) -> bool {
        self.level += 1;
        let holds = prove(self);
        self.level -= 1;
        holds
    }
}
