//! Suppressions: comments in a document that remove a diagnostic on their line.

use std::collections::HashMap;

use spec::{Document, Kind, Node, Span};

use crate::rule::{Check, Rule};
use crate::rules;
use report::Diagnostic;

const MARK: &str = "lint-allow";

/// A comment `# lint-allow rule-id: reason`.
struct Suppression<'d> {
    rule: &'d str,
    reason: &'d str,
    line: u32,
    span: Span,
    used: bool,
}

/// Removes the diagnostics that a document suppresses, and adds those about its suppressions.
pub fn apply(document: &Document, found: &mut Vec<Diagnostic>, selected: &dyn Fn(&Rule) -> bool) {
    let mut suppressions = read(document);
    if suppressions.is_empty() {
        return;
    }
    let mut places = HashMap::new();
    for (index, suppression) in suppressions.iter().enumerate() {
        if !suppression.reason.is_empty() {
            places.entry((suppression.line, suppression.rule)).or_insert(index);
        }
    }
    found.retain(|diagnostic| {
        let line = document.position(diagnostic.span.start).line;
        let place = places.get(&(line, diagnostic.rule.id));
        place.inspect(|index| suppressions[**index].used = true).is_none()
    });
    let misused = suppressions.iter().filter_map(|suppression| {
        let (id, message) = misuse(suppression, selected)?;
        let rule = rules::find(id).filter(|rule| selected(rule))?;
        Some(Diagnostic::new(&rule.info, message, suppression.span, String::new()))
    });
    found.extend(misused);
}

/// The rule that a suppression breaks, and the message.
fn misuse(
    suppression: &Suppression,
    selected: &dyn Fn(&Rule) -> bool,
) -> Option<(&'static str, String)> {
    let Suppression { rule: name, reason, used, .. } = *suppression;
    match rules::find(name) {
        None => Some(("suppression-unknown", rules::unknown(name))),
        Some(_) if reason.is_empty() => Some((
            "suppression-reason-missing",
            format!("the suppression of `{name}` has no reason"),
        )),
        // A rule that did not run cannot have found anything.
        Some(rule) if used || !selected(rule) || matches!(rule.check, Check::PostProcess) => None,
        Some(_) => Some(("suppression-unused", format!("`{name}` reports no diagnostic here"))),
    }
}

fn read<'d>(document: &'d Document) -> Vec<Suppression<'d>> {
    let text = document.source().text();
    let mut texts = Vec::new();
    if text.contains(MARK) {
        collect_texts(document.root(), &mut texts);
        // What an alias stands for is written before it.
        texts.sort_unstable();
    }
    let is_text = |at: usize| {
        let before = texts.partition_point(|span| span.start as usize <= at);
        texts[..before].last().is_some_and(|span| at < span.end as usize)
    };
    let marks = text.match_indices(MARK).filter_map(|(at, _)| {
        let before = text[..at].trim_end_matches(' ');
        let hash = before.strip_suffix('#')?.len();
        let comment = text[..hash].is_empty() || text[..hash].ends_with([' ', '\t', '\n']);
        let rest = &text[at + MARK.len()..];
        let rest = &rest[..rest.find(['\r', '\n']).unwrap_or(rest.len())];
        let end = at + MARK.len() + rest.trim_end().len();
        (comment && !is_text(hash)).then(|| {
            let (rule, reason) = rest.split_once(':').unwrap_or((rest, ""));
            let span = Span { start: hash as u32, end: end as u32 };
            let line = document.position(span.start).line;
            // The reason ends where another comment starts.
            let reason = reason.split('#').next().unwrap_or_default().trim();
            Suppression { rule: rule.trim(), reason, line, span, used: false }
        })
    });
    marks.collect()
}

/// Adds where strings and keys are written.
fn collect_texts(node: Node, found: &mut Vec<Span>) {
    if node.kind() == Kind::String {
        found.push(node.span());
    }
    for value in node.items().chain(node.entries().map(|entry| entry.value)) {
        found.extend(value.key_span());
        collect_texts(value, found);
    }
}
