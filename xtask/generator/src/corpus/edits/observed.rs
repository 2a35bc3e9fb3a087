//! What lint and diff say of an edit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diff::Impact;
use spec::{Document, ParseDiagnostic, Source};

/// How often each rule finds something, by document.
#[derive(Default)]
pub struct Linter {
    known: HashMap<String, BTreeMap<&'static str, usize>>,
}

impl Linter {
    /// Returns the rules that find more in the new document than in the old one.
    pub fn new_findings(&mut self, [base, head]: &[String; 2]) -> BTreeSet<String> {
        let before = self.counts(base).clone();
        let more = self.counts(head).iter().filter(|(rule, count)| {
            let before = before.get(*rule).copied().unwrap_or_default();
            **count > before
        });
        more.map(|(rule, _)| (*rule).to_owned()).collect()
    }

    fn counts(&mut self, text: &str) -> &BTreeMap<&'static str, usize> {
        self.known.entry(text.to_owned()).or_insert_with(|| {
            let source = Source::new("openapi.yaml", text);
            let diagnostics = match Document::parse(&source) {
                Ok(document) => lint::diagnostics(&document, |_| true),
                Err(problems) => problems.iter().map(lint::diagnostic).collect(),
            };
            let mut counts = BTreeMap::new();
            for diagnostic in diagnostics {
                *counts.entry(diagnostic.rule.id).or_default() += 1;
            }
            counts
        })
    }
}

/// Returns the kinds of change between two documents, and their worst impact.
///
/// # Errors
/// A document cannot be compared.
pub fn changes([base, head]: &[String; 2]) -> Result<(BTreeSet<String>, Impact), String> {
    let sources = [base, head].map(|text| Source::new("openapi.yaml", text.as_str()));
    let problem = |problems: Vec<ParseDiagnostic>| {
        let reason = problems.last().map_or("", |problem| &problem.message);
        format!("cannot compare the documents: {reason}")
    };
    let (old, new) =
        (diff::parse(&sources[0]).map_err(problem)?, diff::parse(&sources[1]).map_err(problem)?);
    let changes = diff::compare(&old, &new);
    let worst = changes.iter().fold(Impact::NONE, |worst, change| worst.or(change.impact));
    Ok((changes.iter().map(|change| change.kind.id.to_owned()).collect(), worst))
}
