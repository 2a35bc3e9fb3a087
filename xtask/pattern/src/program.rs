//! A pattern as instructions, for texts of one length.

use std::ops::Range;

use super::budget::TooCostly;
use super::part::{Parsed, Part, Repeat};

/// One instruction of a match. Those with `back` read the text towards its start.
pub enum Instruction {
    Char {
        char: char,
        back: bool,
    },
    Set {
        set: usize,
        back: bool,
    },
    /// Goes on at the next instruction and at `other`, first at the `preferred` one.
    Split {
        other: usize,
        prefers_other: bool,
    },
    Jump(usize),
    Start,
    End,
    Boundary {
        negated: bool,
    },
    /// Checks whether the instructions up to `end` match from here.
    Lookaround {
        end: usize,
        negated: bool,
    },
    /// The text of one of these groups again.
    BackReference {
        groups: Vec<usize>,
        back: bool,
    },
    /// Remembers the position as the start or the end of a group.
    Save(usize),
    Forget(Range<usize>),
    Done,
}

/// What writes a program.
struct Writer<'l> {
    instructions: Vec<Instruction>,
    /// How many positions of groups are remembered.
    saves: usize,
    /// So many repetitions are as good as any higher number: at least two of them match nothing at
    /// the same position, and one of those can be left out or repeated.
    enough: usize,
    /// How many more steps may be written.
    left: &'l mut u64,
}

/// Writes the program of a pattern. Each instruction takes one of the steps that are `left`.
pub fn write(
    parsed: &Parsed,
    text_len: usize,
    left: &mut u64,
) -> Result<Vec<Instruction>, TooCostly> {
    let saves = 2 * parsed.remembered;
    let mut writer = Writer { instructions: Vec::new(), saves, enough: 2 * text_len + 2, left };
    writer.part(&parsed.root, false)?;
    writer.add(Instruction::Done)?;
    Ok(writer.instructions)
}

impl Writer<'_> {
    /// Adds an instruction and returns its position.
    fn add(&mut self, instruction: Instruction) -> Result<usize, TooCostly> {
        *self.left = self.left.checked_sub(1).ok_or(TooCostly)?;
        self.instructions.push(instruction);
        Ok(self.instructions.len() - 1)
    }

    fn part(&mut self, part: &Part, back: bool) -> Result<(), TooCostly> {
        let instruction = match part {
            Part::All(parts) if back => {
                return parts.iter().rev().try_for_each(|part| self.part(part, back));
            }
            Part::All(parts) => return parts.iter().try_for_each(|part| self.part(part, back)),
            Part::Any(parts) => return self.any(parts, back),
            Part::Repeat(repeat) => return self.repeat(repeat, back),
            Part::Group { part, .. } if self.saves == 0 => return self.part(part, back),
            Part::Group { part, index } => {
                let (first, last) =
                    if back { (2 * index + 1, 2 * index) } else { (2 * index, 2 * index + 1) };
                self.add(Instruction::Save(first))?;
                self.part(part, back)?;
                Instruction::Save(last)
            }
            Part::Lookaround { part, behind, negated } => {
                let lookaround = self.add(Instruction::Done)?;
                self.part(part, *behind)?;
                let end = self.add(Instruction::Done)? + 1;
                self.instructions[lookaround] = Instruction::Lookaround { end, negated: *negated };
                return Ok(());
            }
            Part::Char(char) => Instruction::Char { char: *char, back },
            Part::Set(set) => Instruction::Set { set: *set, back },
            Part::Start => Instruction::Start,
            Part::End => Instruction::End,
            Part::Boundary { negated } => Instruction::Boundary { negated: *negated },
            Part::BackReference(groups) => {
                Instruction::BackReference { groups: groups.clone(), back }
            }
        };
        self.add(instruction).map(|_| ())
    }

    fn any(&mut self, parts: &[Part], back: bool) -> Result<(), TooCostly> {
        let mut ends = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let is_last = index + 1 == parts.len();
            let split = if is_last { None } else { Some(self.split()?) };
            self.part(part, back)?;
            if let Some(split) = split {
                ends.push(self.add(Instruction::Done)?);
                self.lead(split, false);
            }
        }
        let after = self.instructions.len();
        ends.into_iter().for_each(|end| self.instructions[end] = Instruction::Jump(after));
        Ok(())
    }

    fn repeat(&mut self, repeat: &Repeat, back: bool) -> Result<(), TooCostly> {
        let least = repeat.least.min(self.enough);
        (0..least).try_for_each(|_| self.repetition(repeat, back))?;
        let mut exits = Vec::new();
        match repeat.most.filter(|most| *most < self.enough) {
            None => {
                let begin = self.split()?;
                self.repetition(repeat, back)?;
                self.add(Instruction::Jump(begin))?;
                exits.push(begin);
            }
            Some(most) => {
                for _ in least..most {
                    exits.push(self.split()?);
                    self.repetition(repeat, back)?;
                }
            }
        }
        exits.into_iter().for_each(|exit| self.lead(exit, !repeat.greedy));
        Ok(())
    }

    fn repetition(&mut self, repeat: &Repeat, back: bool) -> Result<(), TooCostly> {
        if self.saves > 0 && !repeat.groups.is_empty() {
            self.add(Instruction::Forget(2 * repeat.groups.start..2 * repeat.groups.end))?;
        }
        self.part(&repeat.part, back)
    }

    fn split(&mut self) -> Result<usize, TooCostly> {
        self.add(Instruction::Done)
    }

    /// Makes an instruction the choice between what follows it and what is added next.
    fn lead(&mut self, split: usize, prefers_other: bool) {
        self.instructions[split] =
            Instruction::Split { other: self.instructions.len(), prefers_other };
    }
}
