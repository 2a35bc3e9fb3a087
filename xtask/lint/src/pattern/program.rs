//! A pattern as steps, for texts of one length.

use std::ops::Range;

use super::budget::TooCostly;
use super::part::{Parsed, Part, Repeat};

/// One step of a match. Those with `back` read the text towards its start.
pub enum Step {
    Char {
        char: char,
        back: bool,
    },
    Set {
        set: usize,
        back: bool,
    },
    /// Goes on at the next step and at `other`, first at the `preferred` one.
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
    /// Looks whether the steps up to `end` match from here.
    Look {
        end: usize,
        negated: bool,
    },
    /// The text of one of these groups again.
    Refer {
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
    steps: Vec<Step>,
    /// How many positions of groups are remembered.
    saves: usize,
    /// So many repetitions are as good as any higher number: at least two of them match nothing at
    /// the same position, and one of those can be left out or repeated.
    enough: usize,
    /// How many more steps may be written.
    left: &'l mut u64,
}

/// Writes the program of a pattern. Each step takes one of those that are `left`.
pub fn write(parsed: &Parsed, text_len: usize, left: &mut u64) -> Result<Vec<Step>, TooCostly> {
    let saves = 2 * parsed.remembered;
    let mut writer = Writer { steps: Vec::new(), saves, enough: 2 * text_len + 2, left };
    writer.part(&parsed.root, false)?;
    writer.add(Step::Done)?;
    Ok(writer.steps)
}

impl Writer<'_> {
    /// Adds a step and returns its place.
    fn add(&mut self, step: Step) -> Result<usize, TooCostly> {
        *self.left = self.left.checked_sub(1).ok_or(TooCostly)?;
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn part(&mut self, part: &Part, back: bool) -> Result<(), TooCostly> {
        let step = match part {
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
                self.add(Step::Save(first))?;
                self.part(part, back)?;
                Step::Save(last)
            }
            Part::Look { part, behind, negated } => {
                let look = self.add(Step::Done)?;
                self.part(part, *behind)?;
                let end = self.add(Step::Done)? + 1;
                self.steps[look] = Step::Look { end, negated: *negated };
                return Ok(());
            }
            Part::Char(char) => Step::Char { char: *char, back },
            Part::Set(set) => Step::Set { set: *set, back },
            Part::Start => Step::Start,
            Part::End => Step::End,
            Part::Boundary { negated } => Step::Boundary { negated: *negated },
            Part::Refer(groups) => Step::Refer { groups: groups.clone(), back },
        };
        self.add(step).map(|_| ())
    }

    fn any(&mut self, parts: &[Part], back: bool) -> Result<(), TooCostly> {
        let mut ends = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let is_last = index + 1 == parts.len();
            let split = if is_last { None } else { Some(self.split()?) };
            self.part(part, back)?;
            if let Some(split) = split {
                ends.push(self.add(Step::Done)?);
                self.lead(split, false);
            }
        }
        let after = self.steps.len();
        ends.into_iter().for_each(|end| self.steps[end] = Step::Jump(after));
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
                self.add(Step::Jump(begin))?;
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
            self.add(Step::Forget(2 * repeat.groups.start..2 * repeat.groups.end))?;
        }
        self.part(&repeat.part, back)
    }

    fn split(&mut self) -> Result<usize, TooCostly> {
        self.add(Step::Done)
    }

    /// Makes a step the choice between what follows it and what is added next.
    fn lead(&mut self, split: usize, prefers_other: bool) {
        self.steps[split] = Step::Split { other: self.steps.len(), prefers_other };
    }
}
