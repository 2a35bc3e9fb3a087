//! What is wrong with a document, where, why, and how to mend it.

mod allowances;
mod baseline;
mod by_node;
mod choice;
mod composition;
mod examples;
mod expression;
mod files;
mod instance;
mod media;
mod outline;
mod parser;
mod paths;
mod pattern;
mod reach;
mod rule;
mod rules;
mod secrets;
mod words;

#[cfg(test)]
mod tests;

use report::{Checked, Finding, RuleInfo};
use spec::{Document, Source};

pub use baseline::{BaselineError, apply_baseline};
pub use choice::{Choice, unknown_rule};
use outline::Outline;
pub use parser::finding;
use rule::Findings;
pub use rule::{Check, Rule};
pub use rules::RULES;
use spec::ObjectKind as Kind;

/// Checks a source, and the files that it refers to, with the chosen rules.
pub fn check(source: Source, chosen: &dyn Fn(&Rule) -> bool) -> Vec<Checked> {
    let sources = files::with_neighbours(source);
    let parsed: Vec<_> = sources.iter().map(Document::parse).collect();
    let broken = parsed.iter().map(|parsed| {
        // The last problem is what keeps the text from being read.
        let (last, others) = parsed.as_ref().err()?.split_last()?;
        Some([parser::findings(others, chosen), vec![parser::finding(last)]].concat())
    });
    let broken: Vec<Option<Vec<Finding>>> = broken.collect();
    let documents: Vec<Document> = parsed.into_iter().flatten().collect();
    // Without the first document, the rules have nothing to start from.
    let (is_supported, found) = match broken.first() {
        Some(None) => look(&documents, chosen),
        _ => (true, Vec::new()),
    };
    drop(documents);
    let mut found = found.into_iter();
    let all = broken.into_iter().enumerate().map(|(index, broken)| match broken {
        Some(findings) => (findings, false),
        None => (found.next().unwrap_or_default(), index > 0 || is_supported),
    });
    let all: Vec<_> = all.collect();
    let checked = |(source, (findings, is_usable))| Checked { source, findings, is_usable };
    sources.into_iter().zip(all).map(checked).collect()
}

/// What the chosen rules find in a document.
pub fn findings(document: &Document, chosen: impl Fn(&Rule) -> bool) -> Vec<Finding> {
    look(std::slice::from_ref(document), &chosen).1.swap_remove(0)
}

/// What the chosen rules find, for each document, and whether the first one is of OpenAPI 3.0.
fn look(documents: &[Document], chosen: &dyn Fn(&Rule) -> bool) -> (bool, Vec<Vec<Finding>>) {
    let mut by_document = vec![Vec::new(); documents.len()];
    // The fields of another version would only be misread.
    if let Some(problem) = documents[0].version_problem() {
        by_document[0].push(parser::finding(&problem));
        return (false, by_document);
    }
    for (document, finding) in apply(&Outline::of(documents), chosen) {
        by_document[document].push(finding);
    }
    for (found, document) in by_document.iter_mut().zip(documents) {
        found.extend(parser::findings(document.problems(), chosen));
        sort(found);
        allowances::apply(document, found, chosen);
        sort(found);
    }
    (true, by_document)
}

fn apply(outline: &Outline, chosen: &dyn Fn(&Rule) -> bool) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    let mut each = Vec::new();
    for rule in RULES.iter().copied().filter(|rule| chosen(rule)) {
        match rule.check {
            Check::Document(check) => check(outline, &mut Findings::of(rule, outline, &mut found)),
            Check::Each(kinds, check) => each.push((rule, kinds, check)),
            Check::Reader(_) | Check::Elsewhere => {}
        }
    }
    // All rules look at an object while it is in the cache of the processor.
    for kind in Kind::ALL {
        let of_kind: Vec<_> = each.iter().filter(|(_, kinds, _)| kinds.contains(&kind)).collect();
        for node in outline.all(kind) {
            for (rule, _, check) in &of_kind {
                check(node, outline, &mut Findings::of(rule, outline, &mut found));
            }
        }
    }
    found
}

/// Puts findings in the order of the text.
fn sort(found: &mut Vec<Finding>) {
    let order = |finding: &Finding| (finding.span.start, finding.rule.id);
    found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.message.cmp(&b.message)));
    // What an alias repeats is found once more at the same place.
    found.dedup_by(|a, b| a.rule == b.rule && a.span == b.span && a.message == b.message);
}

/// Returns whether no client can be made from a document in which this rule finds something.
pub fn stops_generation(info: &RuleInfo) -> bool {
    RULES.iter().any(|rule| rule.info == *info && rule.stops_generation)
}
