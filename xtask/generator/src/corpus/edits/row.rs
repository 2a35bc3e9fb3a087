//! What came of an edit, and how that differs from what its file says.

use std::collections::BTreeSet;

use diff::{Impact, Level};

use super::clients::{Client, Code, Verdict};
use super::edit_file::{Edit, Generation};
use super::tested::Tested;

/// What came of an edit, as far as the stages ran.
pub struct Row<'e> {
    pub edit: &'e Edit,
    /// The documents before and after the edit, or why it does not apply.
    pub documents: Result<[String; 2], String>,
    /// The rules of lint that find more than in the old document.
    pub lint: BTreeSet<String>,
    /// The kinds of change.
    pub changes: BTreeSet<String>,
    pub impact: Impact,
    pub verdict: Option<Verdict>,
    pub tested: Option<Tested>,
    /// What is not as expected.
    pub problems: Vec<String>,
}

impl<'e> Row<'e> {
    /// Makes the documents of an edit.
    pub fn new(edit: &'e Edit) -> Self {
        let mut row = Self {
            edit,
            documents: edit.documents(),
            lint: BTreeSet::new(),
            changes: BTreeSet::new(),
            impact: Impact::NONE,
            verdict: None,
            tested: None,
            problems: Vec::new(),
        };
        if let Err(error) = &row.documents {
            let document = edit.document.display();
            row.problems.push(format!(
                "does not apply to `{document}`: {error}; change the places in the edit, or remove it"
            ));
        }
        row
    }

    fn expect<T: PartialEq + std::fmt::Debug>(&mut self, part: &str, expected: &T, found: &T) {
        if expected != found {
            self.problems.push(format!("{part}: expected {expected:?}, found {found:?}"));
        }
    }

    /// Keeps what lint finds.
    pub fn set_lint(&mut self, found: BTreeSet<String>) {
        let expected = self.edit.content.expect.lint.iter().cloned().collect();
        self.expect("lint", &expected, &found);
        self.lint = found;
    }

    /// Keeps what diff reports.
    pub fn set_changes(&mut self, found: Result<(BTreeSet<String>, Impact), String>) {
        match found {
            Ok((changes, impact)) => {
                let expected = &self.edit.content.expect;
                let kinds = expected.changes.iter().cloned().collect();
                self.expect("changes", &kinds, &changes);
                self.expect("requests", &expected.requests.name(), &impact.requests.name());
                self.expect("responses", &expected.responses.name(), &impact.responses.name());
                self.expect("source", &expected.source.name(), &impact.source.name());
                (self.changes, self.impact) = (changes, impact);
            }
            Err(error) => self.problems.push(error),
        }
    }

    /// Compares the generated code with that of the old document.
    pub fn set_generated(&mut self, base: &Code, head: &Client) {
        let expected = &self.edit.content.expect;
        let found = match head {
            Client::Refused => Generation::Refused,
            Client::Written(code) if code.files == base.files => Generation::Unchanged,
            Client::Written(_) => Generation::Written,
        };
        self.expect("generate", &expected.generate, &found);
        if let (Client::Written(code), Some(tests)) = (head, expected.tests) {
            let added = code.tests as i64 - base.tests as i64;
            if !tests.is(added) {
                self.problems.push(format!("generated tests: expected {tests}, found {added:+}"));
            }
        }
    }

    /// Keeps what the compiler says of the client and a program for the old one.
    pub fn set_verdict(&mut self, verdict: Verdict) {
        let compiles = verdict == Verdict::Compiles;
        if compiles == (self.impact.source == Level::Breaking) {
            let source = self.impact.source.name();
            self.problems.push(format!("diff says `{source}`, the compiler: {}", said(&verdict)));
        }
        self.verdict = Some(verdict);
    }

    /// Keeps the outcome of the tests.
    pub fn set_tested(&mut self, tested: Tested) {
        match &tested.outcome {
            Ok(suite) => {
                let failures = suite.failures.iter();
                let failures =
                    failures.map(|(name, reason)| format!("test {name} fails: {reason}"));
                self.problems.extend(failures);
            }
            Err(error) => self.problems.push(format!("no test ran: {error}")),
        }
        self.tested = Some(tested);
    }
}

/// Returns what the compiler says, in one line.
pub fn said(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Compiles => "compiles".to_owned(),
        Verdict::Rejects(error) => error.replace('|', "\\|"),
        Verdict::Broken(error) => format!("in the client itself: {}", error.replace('|', "\\|")),
    }
}
