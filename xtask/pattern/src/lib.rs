//! Patterns of ECMA-262, matched with a bound on the work.
//!
//! No crate does both: regress reads ECMA-262 and goes back in the text without a bound, and what is
//! bounded (regex, fancy-regex) reads another dialect. So regress reads a pattern and decides about
//! single characters, and the structure around them is matched here, each state once.

mod budget;
mod dialect;
mod escape;
mod fault;
mod parser;
mod part;
mod program;
mod run;
mod set;
mod syntax;
#[cfg(test)]
mod tests;

pub use budget::{Budget, TooCostly};
use part::Parsed;
use run::Run;
pub use syntax::Remark;

/// The longest pattern that is read, in bytes. regress calls itself for each alternative, so that a
/// long list of them exhausts the stack.
const MAX_LENGTH: usize = 4096;

/// A pattern that can be matched.
pub struct Pattern(Parsed);

impl Pattern {
    /// Reads a pattern. Returns none for text that is not a regular expression of ECMA-262, which
    /// is a diagnostic of another rule, or that is meant for another dialect.
    ///
    /// # Errors
    /// The pattern is longer than it may be.
    pub fn new(text: &str) -> Result<Option<Self>, TooCostly> {
        if text.len() > MAX_LENGTH {
            return Err(TooCostly);
        }
        Ok(Self::of_ecma_262(text))
    }

    fn of_ecma_262(text: &str) -> Option<Self> {
        let is_read = |flags| regress::Regex::with_flags(text, flags).is_ok();
        // Without the flag `u`, unknown escapes are the letters themselves, which is never meant.
        let flags = match is_read("u") {
            true => "u",
            false if has_other_escapes(text) || !is_read("") => return None,
            false => "",
        };
        Parsed::new(text, flags).map(Self)
    }

    /// Returns the first part that keeps a text from being a regular expression of ECMA-262.
    ///
    /// # Errors
    /// The pattern is longer than it may be.
    pub fn fault(text: &str) -> Result<Option<Remark>, TooCostly> {
        if text.len() > MAX_LENGTH {
            return Err(TooCostly);
        }
        // With the flag `u` some of what the fifth edition allows is refused, without it the rest.
        let Err(error) = syntax::check_sloppy(text) else { return Ok(None) };
        Ok((!syntax::is_strict(text)).then(|| fault::find(text, &error)))
    }

    /// Returns the parts that mean something in another dialect, and silently something else here.
    /// Of a text that cannot be read nothing is said.
    pub fn remarks(text: &str) -> Vec<Remark> {
        let is_read = matches!(Self::fault(text), Ok(None));
        if is_read { dialect::remarks(text) } else { Vec::new() }
    }

    /// Whether the pattern matches somewhere in a text.
    ///
    /// # Errors
    /// The match takes more steps than it may, or than the budget has left.
    pub fn is_in(&self, text: &str, budget: &Budget) -> Result<bool, TooCostly> {
        budget.spend(|left| self.search(text, left))
    }

    fn search(&self, text: &str, left: &mut u64) -> Result<bool, TooCostly> {
        let Parsed { sets, remembered, .. } = &self.0;
        let text: Vec<char> = text.chars().collect();
        let instructions = program::write(&self.0, text.len(), left)?;
        Run::new(&instructions, sets, &text, 2 * remembered, left).search()
    }
}

/// Whether letters are escaped that ECMA-262 has no meaning for, as in `\A` and `\p{Print}`.
fn has_other_escapes(text: &str) -> bool {
    let mut rest = text.chars();
    std::iter::from_fn(|| rest.find(|char| *char == '\\').and_then(|_| rest.next()))
        .any(|char| char.is_ascii_alphabetic() && !dialect::KNOWN_ESCAPES.contains(char))
}
