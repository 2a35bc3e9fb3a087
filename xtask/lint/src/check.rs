//! Runs the selected rules over a document and the files that it refers to.

use std::collections::HashSet;

use report::{Checked, Diagnostic, RuleInfo};
use spec::{Document, Source};

use crate::files::Files;
use crate::object_index::ObjectIndex;
use crate::rule::{Check, Diagnostics, Rule};
use crate::rules::valid::references::ref_misplaced;
use crate::rules::{self, RULES};
use crate::{parser, suppressions};
use spec::ObjectKind as Kind;

/// The rules that compare values with their schemas. Generated tests have no such value, because a
/// client that is generated from the schema cannot send or read it.
const INVALID_VALUES: [&str; 4] =
    ["default-invalid", "enum-value-invalid", "example-invalid", "example-member-undeclared"];

/// Checks a source, and the files that it refers to, with the selected rules.
pub fn check(source: Source, selected: &dyn Fn(&Rule) -> bool) -> Vec<Checked> {
    let files = Files::with(source);
    let parsed = files.parse();
    let broken = parsed.iter().map(|parsed| {
        // The last problem is what keeps the text from being read.
        let (last, others) = parsed.as_ref().err()?.split_last()?;
        Some([parser::diagnostics(others, selected), vec![parser::diagnostic(last)]].concat())
    });
    let broken: Vec<Option<Vec<Diagnostic>>> = broken.collect();
    let documents: Vec<Document> = parsed.into_iter().flatten().collect();
    // Without the first document, the rules have nothing to start from.
    let (is_supported, found) = match broken.first() {
        Some(None) => check_documents(&documents, selected),
        _ => (true, Vec::new()),
    };
    drop(documents);
    let mut found = found.into_iter();
    let all = broken.into_iter().enumerate().map(|(index, broken)| match broken {
        Some(diagnostics) => (diagnostics, false),
        None => (found.next().unwrap_or_default(), index > 0 || is_supported),
    });
    let all: Vec<_> = all.collect();
    let checked = |(source, (diagnostics, is_usable))| Checked { source, diagnostics, is_usable };
    files.into_sources().zip(all).map(checked).collect()
}

/// Returns what the selected rules find in a document alone, without the files it refers to.
pub fn diagnostics(document: &Document, selected: impl Fn(&Rule) -> bool) -> Vec<Diagnostic> {
    check_documents(std::slice::from_ref(document), &selected).1.swap_remove(0)
}

/// Returns the parts of examples, defaults and listed values that their schemas do not allow, each as
/// its JSON pointer and the rule that finds it. Suppressions have no effect here.
pub fn invalid_values(document: &Document) -> Vec<(String, &'static str)> {
    let selected = |rule: &Rule| INVALID_VALUES.contains(&rule.info.id);
    let found = apply_rules(&ObjectIndex::of(std::slice::from_ref(document)), &selected);
    found.into_iter().map(|(_, found)| (found.pointer, found.rule.id)).collect()
}

/// What the selected rules find, for each document, and whether the first one is of OpenAPI 3.0.
fn check_documents(
    documents: &[Document],
    selected: &dyn Fn(&Rule) -> bool,
) -> (bool, Vec<Vec<Diagnostic>>) {
    let mut by_document = vec![Vec::new(); documents.len()];
    // The fields of another version would only be misread.
    if let Some(problem) = documents[0].version_diagnostic() {
        by_document[0].push(parser::diagnostic(&problem));
        return (false, by_document);
    }
    for (document, diagnostic) in apply_rules(&ObjectIndex::of(documents), selected) {
        by_document[document].push(diagnostic);
    }
    for (found, document) in by_document.iter_mut().zip(documents) {
        found.extend(parser::diagnostics(document.diagnostics(), selected));
        sort(found);
        suppressions::apply(document, found, selected);
        sort(found);
    }
    (true, by_document)
}

fn apply_rules(index: &ObjectIndex, selected: &dyn Fn(&Rule) -> bool) -> Vec<(usize, Diagnostic)> {
    let mut found = Vec::new();
    let mut each = Vec::new();
    for rule in RULES.iter().copied().filter(|rule| selected(rule)) {
        match rule.check {
            Check::Document(check) => check(index, &mut Diagnostics::of(rule, index, &mut found)),
            Check::Each(kinds, check) => each.push((rule, kinds, check)),
            Check::Parser(_) | Check::PostProcess => {}
        }
    }
    // All rules check an object while it is in the cache of the processor.
    for kind in Kind::ALL {
        let of_kind: Vec<_> = each.iter().filter(|(_, kinds, _)| kinds.contains(&kind)).collect();
        for node in index.all(kind) {
            for (rule, _, check) in &of_kind {
                check(node, index, &mut Diagnostics::of(rule, index, &mut found));
            }
        }
    }
    drop_consequences(index, &mut found);
    found
}

/// Removes what rules find in an object because it has a `$ref` where none is allowed: what it
/// refers to is meant to be there.
fn drop_consequences(index: &ObjectIndex, found: &mut Vec<(usize, Diagnostic)>) {
    if index.misplaced_references.is_empty() {
        return;
    }
    let nodes = index.misplaced_references.iter().filter(|(node, _)| node.parent().is_some());
    let pointers: HashSet<(usize, String)> = nodes
        .flat_map(|(node, _)| {
            let (document, pointer) = (index.number_of(*node), node.pointer());
            [(document, format!("{pointer}/$ref")), (document, pointer)]
        })
        .collect();
    found.retain(|(document, diagnostic)| {
        diagnostic.rule.id == ref_misplaced::RULE.info.id
            || !pointers.contains(&(*document, diagnostic.pointer.clone()))
    });
}

/// Sorts diagnostics by their position in the text.
fn sort(found: &mut Vec<Diagnostic>) {
    let order = |diagnostic: &Diagnostic| (diagnostic.span.start, diagnostic.rule.id);
    found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.message.cmp(&b.message)));
    // What an alias repeats is found once more at the same place.
    found.dedup_by(|a, b| a.rule == b.rule && a.span == b.span && a.message == b.message);
}

/// Returns whether `generate` refuses a document with a diagnostic of this rule.
pub fn stops_generation(info: &RuleInfo) -> bool {
    rules::find(info.id).is_some_and(|rule| rule.stops_generation)
}
