//! The prediction of lint for a document, and the outcome.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::corpus::suite::Suite;

/// How far the documents are taken.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, clap::ValueEnum,
)]
pub enum Phase {
    /// Check with lint, and generate
    Generate,
    /// Also type-check the client and its tests
    Check,
    /// Also run the tests
    Tests,
    /// Also compile the examples in the documentation of the client
    Doctests,
}

/// The result of a document.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Record {
    /// The last phase that the document was taken to.
    pub until: Phase,
    pub operations: usize,
    /// The rules of the group `generate` that lint reports.
    pub generate_rules: BTreeSet<String>,
    /// The rules of the groups `valid` and `generate` that lint reports.
    pub rules: BTreeSet<String>,
    /// How many examples have no test, by the reason.
    pub untested: BTreeMap<String, usize>,
    /// How many tests `generate` reports.
    pub generated_tests: usize,
    pub outcome: Outcome,
    pub tests: Option<Suite>,
    pub doctests: Option<Suite>,
    /// How long it took.
    pub seconds: f64,
}

/// What became of a document before its tests.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Outcome {
    /// Client and tests were generated and, unless the run ended there, compile.
    Accepted,
    /// Nothing was generated, because of these rules.
    Refused(BTreeSet<String>),
    /// A command failed for a reason that no rule of lint reports.
    Broken(String),
}

impl Record {
    /// Creates the record of a document of which nothing is known yet.
    pub fn new(until: Phase) -> Self {
        Self {
            until,
            operations: 0,
            generate_rules: BTreeSet::new(),
            rules: BTreeSet::new(),
            untested: BTreeMap::new(),
            generated_tests: 0,
            outcome: Outcome::Accepted,
            tests: None,
            doctests: None,
            seconds: 0.0,
        }
    }

    /// Returns whether the result answers for a run to this phase.
    pub fn is_of(&self, until: Phase) -> bool {
        self.until >= until || self.outcome != Outcome::Accepted
    }

    /// Returns what lint did not predict, a line each; nothing if lint was right.
    pub fn surprises(&self) -> Vec<String> {
        match &self.outcome {
            Outcome::Broken(error) => return vec![error.clone()],
            Outcome::Refused(rules) if self.rules.is_disjoint(rules) => {
                return vec!["generate refuses it, and lint does not report the rule".to_owned()];
            }
            Outcome::Refused(_) => return Vec::new(),
            Outcome::Accepted => {}
        }
        let mut surprises = Vec::new();
        if !self.generate_rules.is_empty() {
            surprises.push("lint reports the group `generate`, and it compiles".to_owned());
        }
        if let Some(tests) = self.tests.as_ref().filter(|tests| tests.run() != self.generated_tests)
        {
            let (announced, run) = (self.generated_tests, tests.run());
            surprises.push(format!("generate reports {announced} tests, and {run} ran"));
        }
        for suite in [&self.tests, &self.doctests].into_iter().flatten() {
            surprises.extend(suite.failures.iter().map(|(name, why)| format!("{name}: {why}")));
        }
        surprises
    }
}
