//! One match: the instructions of a program over a text, each state once.

use std::collections::{HashMap, HashSet};

use super::budget::TooCostly;
use super::program::Instruction;
use super::set::Set;

/// Where a match is.
#[derive(Clone, PartialEq, Eq, Hash)]
struct MatchState {
    /// The index of the next instruction.
    next: usize,
    at: usize,
    /// The start and end of each group; empty where no group is referred to.
    saves: Vec<Option<usize>>,
}

pub struct Run<'r> {
    pub instructions: &'r [Instruction],
    pub sets: &'r [Set],
    pub text: &'r [char],
    /// How many positions of groups are remembered.
    pub saves: usize,
    /// How many steps may still be taken.
    pub left: &'r mut u64,
    /// What looking around has found, by instruction and position, where no group matters.
    lookarounds: HashMap<(usize, usize), bool>,
}

impl<'r> Run<'r> {
    pub fn new(
        instructions: &'r [Instruction],
        sets: &'r [Set],
        text: &'r [char],
        saves: usize,
        left: &'r mut u64,
    ) -> Self {
        Self { instructions, sets, text, saves, left, lookarounds: HashMap::new() }
    }

    /// Whether the program matches from any position.
    pub fn search(mut self) -> Result<bool, TooCostly> {
        let mut seen = HashSet::new();
        for at in 0..=self.text.len() {
            let state = MatchState { next: 0, at, saves: vec![None; self.saves] };
            // What earlier positions have led to has failed.
            if self.from(state, &mut seen)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The state in which the program ends; none if it does not match.
    fn from(
        &mut self,
        state: MatchState,
        seen: &mut HashSet<MatchState>,
    ) -> Result<Option<MatchState>, TooCostly> {
        let mut open = vec![state];
        while let Some(mut state) = open.pop() {
            loop {
                *self.left = self.left.checked_sub(1).ok_or(TooCostly)?;
                match &self.instructions[state.next] {
                    Instruction::Done => return Ok(Some(state)),
                    Instruction::Jump(to) => {
                        state.next = *to;
                        continue;
                    }
                    Instruction::Split { other, prefers_other } => {
                        // Every way to go on without end, or in more ways than one, leads here.
                        if !seen.insert(state.clone()) {
                            break;
                        }
                        let next = state.next + 1;
                        let (first, second) =
                            if *prefers_other { (*other, next) } else { (next, *other) };
                        open.push(MatchState { next: second, ..state.clone() });
                        state.next = first;
                        continue;
                    }
                    Instruction::Lookaround { end, negated } => {
                        match self.lookaround(&state, *negated)? {
                            Some(saves) => {
                                state.saves = saves;
                                state.next = *end;
                                continue;
                            }
                            None => break,
                        }
                    }
                    instruction => match self.pass(instruction, &mut state) {
                        true => state.next += 1,
                        false => break,
                    },
                }
            }
        }
        Ok(None)
    }

    /// Takes an instruction that has no choice; returns whether it fits.
    fn pass(&mut self, instruction: &Instruction, state: &mut MatchState) -> bool {
        match instruction {
            Instruction::Char { char, back } => self.take(state, *back) == Some(*char),
            Instruction::Set { set, back } => {
                self.take(state, *back).is_some_and(|char| self.sets[*set].has(char))
            }
            Instruction::Start => state.at == 0,
            Instruction::End => state.at == self.text.len(),
            Instruction::Boundary { negated } => {
                let is_word = |char: &char| char.is_ascii_alphanumeric() || *char == '_';
                let before = self.text[..state.at].last().is_some_and(is_word);
                let after = self.text[state.at..].first().is_some_and(is_word);
                (before != after) != *negated
            }
            Instruction::BackReference { groups, back } => self.again(state, groups, *back),
            Instruction::Save(save) => {
                state.saves[*save] = Some(state.at);
                true
            }
            Instruction::Forget(saves) => {
                state.saves[saves.clone()].fill(None);
                true
            }
            Instruction::Done
            | Instruction::Jump(_)
            | Instruction::Split { .. }
            | Instruction::Lookaround { .. } => false,
        }
    }

    fn take(&self, state: &mut MatchState, back: bool) -> Option<char> {
        if back {
            state.at = state.at.checked_sub(1)?;
            return self.text.get(state.at).copied();
        }
        state.at += 1;
        self.text.get(state.at - 1).copied()
    }

    /// Takes again what a group has matched, which is nothing if it has not taken part.
    fn again(&mut self, state: &mut MatchState, groups: &[usize], back: bool) -> bool {
        let matched =
            |group: &usize| self.text.get(state.saves[2 * group]?..state.saves[2 * group + 1]?);
        let Some(text) = groups.iter().find_map(matched) else { return true };
        *self.left = self.left.saturating_sub(text.len() as u64);
        let found = match back {
            true => self.text[..state.at].ends_with(text),
            false => self.text[state.at..].starts_with(text),
        };
        if found {
            state.at = if back { state.at - text.len() } else { state.at + text.len() };
        }
        found
    }

    /// Looks around from a state; returns what the groups have matched if it may go on.
    fn lookaround(
        &mut self,
        state: &MatchState,
        negated: bool,
    ) -> Result<Option<Vec<Option<usize>>>, TooCostly> {
        let key = (state.next, state.at);
        if let Some(found) = self.lookarounds.get(&key) {
            return Ok((*found != negated).then(Vec::new));
        }
        let inside = MatchState { next: state.next + 1, ..state.clone() };
        let end = self.from(inside, &mut HashSet::new())?;
        if self.saves == 0 {
            self.lookarounds.insert(key, end.is_some());
        }
        Ok(match end {
            Some(end) if !negated => Some(end.saves),
            None if negated => Some(state.saves.clone()),
            _ => None,
        })
    }
}
