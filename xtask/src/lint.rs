//! `cargo xtask lint`: what is wrong with a document, where, why, and how to mend it.

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
mod object;
mod objects;
mod outline;
mod paths;
mod reach;
mod report;
mod rule;
mod rules;
mod run;
mod secrets;
mod watch;
mod words;

#[cfg(test)]
mod tests;

use spec::{Document, Problem, Source};

use crate::finding::Finding;
use object::Kind;
use outline::Outline;
use rule::{Check, Findings, Rule};
pub use rules::RULES;
pub use run::{Arguments, run};

/// What the chosen rules find in a source, and in the files that it refers to.
pub fn check(source: Source, chosen: &dyn Fn(&Rule) -> bool) -> Vec<(Source, Vec<Finding>)> {
    let sources = files::with_neighbours(source);
    let mut documents = Vec::new();
    let mut broken = vec![Vec::new(); sources.len()];
    for (source, problems) in sources.iter().zip(&mut broken) {
        match Document::parse(source) {
            Ok(document) => documents.push(document),
            Err(found) => *problems = found,
        }
    }
    // Without the first document there is nothing to say of the others.
    let readable = broken.first().is_some_and(Vec::is_empty);
    let mut found = if readable { look(&documents, chosen) } else { Vec::new() }.into_iter();
    let findings = broken.iter().map(|problems| match problems.as_slice() {
        [] => found.next().unwrap_or_default(),
        problems => of_reader(problems, chosen),
    });
    let findings: Vec<_> = findings.collect();
    sources.into_iter().zip(findings).collect()
}

/// What the chosen rules find in a document.
pub fn findings(document: &Document, chosen: impl Fn(&Rule) -> bool) -> Vec<Finding> {
    look(std::slice::from_ref(document), &chosen).swap_remove(0)
}

/// What the chosen rules find, for each document.
fn look(documents: &[Document], chosen: &dyn Fn(&Rule) -> bool) -> Vec<Vec<Finding>> {
    let outline = Outline::of(documents);
    let mut found = Vec::new();
    // What another version says would only be misread.
    let (version, rules): (Vec<_>, Vec<_>) = RULES.iter().partition(|rule| rule.id == VERSION);
    apply(&version, &outline, chosen, &mut found);
    let other_version = !found.is_empty();
    if !other_version {
        apply(&rules, &outline, chosen, &mut found);
    }
    let mut by_document = vec![Vec::new(); documents.len()];
    for (document, finding) in found {
        by_document[document].push(finding);
    }
    for (found, document) in by_document.iter_mut().zip(documents) {
        if !other_version {
            found.extend(of_reader(document.problems(), chosen));
        }
        sort(found);
        allowances::apply(document, found, chosen);
        sort(found);
    }
    by_document
}

const VERSION: &str = "openapi-version-unsupported";

fn apply(
    rules: &[&'static Rule],
    outline: &Outline,
    chosen: &dyn Fn(&Rule) -> bool,
    found: &mut Vec<(usize, Finding)>,
) {
    let mut each = Vec::new();
    for rule in rules.iter().filter(|rule| chosen(rule)) {
        match rule.check {
            Check::Document(check) => check(outline, &mut Findings::of(rule, outline, found)),
            Check::Each(kinds, check) => each.push((rule, kinds, check)),
            Check::Reader(_) | Check::Afterwards => {}
        }
    }
    // All rules look at an object while it is in the cache of the processor.
    for kind in Kind::ALL {
        let of_kind: Vec<_> = each.iter().filter(|(_, kinds, _)| kinds.contains(&kind)).collect();
        for node in outline.all(kind) {
            for (rule, _, check) in &of_kind {
                check(node, outline, &mut Findings::of(rule, outline, found));
            }
        }
    }
}

/// Puts findings in the order of the text.
fn sort(found: &mut Vec<Finding>) {
    let order = |finding: &Finding| (finding.span.start, finding.rule);
    found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.message.cmp(&b.message)));
    // What an alias repeats is found once more at the same place.
    found.dedup_by(|a, b| a.rule == b.rule && a.span == b.span && a.message == b.message);
}

fn of_reader(problems: &[Problem], chosen: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    let known = problems.iter().filter(|problem| rule_of(problem).is_none_or(chosen));
    known.map(Finding::from).collect()
}

fn rule_of(problem: &Problem) -> Option<&'static Rule> {
    let finds = |rule: &Rule| matches!(rule.check, Check::Reader(kind) if kind == problem.kind);
    RULES.iter().copied().find(|rule| finds(rule))
}

impl From<&Problem> for Finding {
    fn from(problem: &Problem) -> Self {
        use crate::finding::{Group, Severity};
        let rule = rule_of(problem);
        Self {
            rule: problem.kind.id(),
            group: rule.map_or(Group::Valid, |rule| rule.group),
            severity: rule.map_or(Severity::Error, |rule| rule.severity),
            message: problem.message.clone(),
            help: problem.hint.into(),
            span: problem.span,
            pointer: String::new(),
        }
    }
}
