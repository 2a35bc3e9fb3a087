//! The explanation of a rule as Markdown, for `--explain` and for the pages in `docs/lint/rules/`.

use report::{Diagnostic, Group, RuleInfo, Severity};
use spec::Source;

use crate::check::check;
use crate::rule::{Check, Rule, complete};
use crate::rules::RULES;
use crate::words;

/// Marks the lines of failing documents that have a diagnostic.
const MARK: &str = "# <-";

/// Returns the explanation of a rule, under headings of the level of `heading` and the next one.
pub fn explain(rule: &Rule, heading: &str) -> String {
    let RuleInfo { id, group, severity, summary, rationale, help } = rule.info;
    let mut text = format!(
        "{heading} {id}\n\n{} of the group `{}`.\n\n{heading}# What it does\n\n{summary}\n\n\
         {heading}# Why is this bad?\n\n{rationale}\n",
        match severity {
            Severity::Error => "An error",
            Severity::Warning => "A warning",
        },
        group.name(),
    );
    if rule.stops_generation {
        text += "\n`cargo xtask generate` rejects the document.\n";
    }
    text += &format!("\n{heading}# Example\n\n");
    text += &match rule.failing {
        [] => "The rule has no short example.\n".into(),
        documents => blocks(documents.iter().map(|text| with_messages(rule, text))),
    };
    text += &format!("\n{heading}# Use instead\n\nTo fix it, {help}.\n");
    if !rule.failing.is_empty() {
        text += &format!("\n{}", blocks(rule.passing.iter().map(|text| (*text).to_owned())));
    }
    text += &format!("\n{heading}# How to suppress\n\n");
    text + &how_to_suppress(rule)
}

/// Returns the page of a group: a table of its rules, and the explanation of each.
pub fn page_of_group(group: Group) -> String {
    let rules: Vec<&Rule> = RULES.iter().copied().filter(|rule| rule.info.group == group).collect();
    let row = |rule: &&Rule| {
        let RuleInfo { id, severity, summary, .. } = rule.info;
        format!("| [{id}](#{id}) | {} | {} |\n", severity.name(), summary.replace('|', "\\|"))
    };
    let sections = rules.iter().map(|rule| format!("\n{}", explain(rule, "##")));
    format!(
        "# Lint rules of the group `{name}`\n\nA diagnostic of these rules means: {}. To check only \
         them, run\n\n```sh\ncargo xtask lint --only {name}\n```\n\n\
         | Rule | Severity | What it finds |\n| --- | --- | --- |\n{}{}",
        group.summary(),
        rules.iter().map(row).collect::<String>(),
        sections.collect::<String>(),
        name = group.name(),
    )
}

fn blocks(documents: impl Iterator<Item = String>) -> String {
    let block = |text: String| {
        let lines: Vec<String> = text.trim_matches('\n').lines().map(visible).collect();
        format!("```yaml\n{}\n```\n", lines.join("\n"))
    };
    documents.map(block).collect::<Vec<_>>().join("\n")
}

/// A failing document with the messages of the rule in place of the marks.
fn with_messages(rule: &Rule, text: &str) -> String {
    let (source, found) = found(rule, text);
    let lines = text.lines().zip(1..).map(|(line, number)| {
        let Some(line) = line.strip_suffix(MARK) else { return line.to_owned() };
        let here = found.iter().filter(|found| source.position(found.span.start).line == number);
        let mut messages: Vec<&str> = here.map(|found| &*found.message).collect();
        messages.dedup();
        format!("{line}# {}: {}", rule.info.severity.name(), messages.join("; "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line without invisible characters other than tabs.
fn visible(line: &str) -> String {
    line.split('\t').map(words::visible).collect::<Vec<_>>().join("\t")
}

fn how_to_suppress(rule: &Rule) -> String {
    let id = rule.info.id;
    let comment = format!(
        "add this comment at the end of the line:\n\n```yaml\n# lint-allow {id}: REASON\n```\n"
    );
    match (is_suppressible(rule), is_skippable(rule)) {
        (true, true) => format!("Run the command with `--skip {id}`, or {comment}"),
        (true, false) => format!("To suppress it, {comment}"),
        (false, true) => format!("Run the command with `--skip {id}`; comments have no effect.\n"),
        (false, false) => "This rule cannot be suppressed.\n".to_owned(),
    }
}

/// Whether comments remove the diagnostics of the rule from its failing documents.
fn is_suppressible(rule: &Rule) -> bool {
    let comment = format!("# lint-allow {}: reason", rule.info.id);
    match rule.failing {
        [] => matches!(rule.check, Check::Document(_) | Check::Each(..)),
        documents => {
            let remains = |text: &&str| !found(rule, &text.replace(MARK, &comment)).1.is_empty();
            !documents.iter().any(remains)
        }
    }
}

/// Whether the rule reports nothing in its failing documents if it is not selected.
fn is_skippable(rule: &Rule) -> bool {
    let remains =
        |text: &&str| !found_by(rule, text, &|other| other.info.id != rule.info.id).1.is_empty();
    match rule.failing {
        [] => !matches!(rule.check, Check::Parser(_)),
        documents => !documents.iter().any(remains),
    }
}

fn found(rule: &Rule, text: &str) -> (Source, Vec<Diagnostic>) {
    found_by(rule, text, &|_| true)
}

/// The diagnostics of a rule in one of its documents if these rules are selected.
fn found_by(
    rule: &Rule,
    text: &str,
    selected: &dyn Fn(&Rule) -> bool,
) -> (Source, Vec<Diagnostic>) {
    let checked = check(Source::new("example.yaml", complete(text)), selected).swap_remove(0);
    let own = checked.diagnostics.into_iter().filter(|found| found.rule.id == rule.info.id);
    (checked.source, own.collect())
}
