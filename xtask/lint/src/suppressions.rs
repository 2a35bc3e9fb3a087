//! Allowances: comments in a document that let a finding on their line pass.

use std::collections::HashMap;

use spec::{Document, Kind, Node, Span};

use crate::rule::{Check, Rule};
use crate::rules::RULES;
use report::Finding;

const MARK: &str = "lint-allow";

/// A comment `# lint-allow rule-id: reason`.
struct Allowance<'d> {
    rule: &'d str,
    reason: &'d str,
    line: u32,
    span: Span,
    used: bool,
}

/// Takes away what a document allows, and adds what is wrong with its allowances.
pub fn apply(document: &Document, found: &mut Vec<Finding>, chosen: &dyn Fn(&Rule) -> bool) {
    let mut allowances = read(document);
    if allowances.is_empty() {
        return;
    }
    let mut places = HashMap::new();
    for (index, allowance) in allowances.iter().enumerate() {
        if !allowance.reason.is_empty() {
            places.entry((allowance.line, allowance.rule)).or_insert(index);
        }
    }
    found.retain(|finding| {
        let line = document.position(finding.span.start).line;
        let place = places.get(&(line, finding.rule.id));
        place.inspect(|index| allowances[**index].used = true).is_none()
    });
    let faults = allowances.iter().filter_map(|allowance| {
        let (id, message) = fault(allowance, chosen)?;
        let rule = RULES.iter().find(|rule| rule.info.id == id).filter(|rule| chosen(rule))?;
        Some(Finding {
            rule: &rule.info,
            message,
            help: rule.info.help.into(),
            span: allowance.span,
            pointer: String::new(),
        })
    });
    found.extend(faults);
}

fn fault(allowance: &Allowance, chosen: &dyn Fn(&Rule) -> bool) -> Option<(&'static str, String)> {
    let Allowance { rule: name, reason, used, .. } = *allowance;
    match RULES.iter().find(|rule| rule.info.id == name) {
        None => Some(("suppression-unknown", format!("there is no rule `{name}`"))),
        Some(_) if reason.is_empty() => {
            Some(("suppression-reason-missing", format!("`{name}` is allowed without a reason")))
        }
        // A rule that did not look cannot have found anything.
        Some(rule) if used || !chosen(rule) || matches!(rule.check, Check::Elsewhere) => None,
        Some(_) => Some(("suppression-unused", format!("`{name}` finds nothing here"))),
    }
}

fn read<'d>(document: &'d Document) -> Vec<Allowance<'d>> {
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
            Allowance { rule: rule.trim(), reason, line, span, used: false }
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
