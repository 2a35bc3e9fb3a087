//! `cargo xtask lint`: what is wrong with a document, where, why, and how to mend it.

mod examples;
mod rule;
mod rules;
mod schema;

use std::path::PathBuf;

use spec::{Document, Source};

use crate::failure::Failure;
use crate::finding::{Finding, Severity};
use crate::{print, workspace};
use rule::{Findings, Rule};
pub use rules::RULES;

/// What to check, and how to tell.
#[derive(clap::Args)]
pub struct Arguments {
    /// The documents [default: openapi.yaml of the workspace]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Explain a rule instead
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    /// List the rules instead
    #[arg(long)]
    list: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// For people: the line itself, the reason, the mend
    #[default]
    Pretty,
    /// One object for programs
    Json,
    /// Annotations of a workflow run
    Github,
}

/// Lints, or tells about the rules.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        for Rule { id, group, severity, .. } in RULES {
            println!("{id:<32} {:<10} {}", group.name(), severity.name());
        }
        return Ok(());
    }
    if let Some(id) = &arguments.explain {
        let rule = RULES.iter().find(|rule| rule.id == id).ok_or_else(|| {
            Failure::Unusable(format!("there is no rule `{id}`; --list names them all"))
        })?;
        println!("{}", rule.explanation());
        return Ok(());
    }
    let mut paths = arguments.paths.clone();
    if paths.is_empty() {
        paths.push(workspace::file("openapi.yaml"));
    }
    let sources = paths
        .iter()
        .map(|path| Source::read(path).map_err(|error| Failure::unreadable(path, &error)))
        .collect::<Result<Vec<_>, _>>()?;
    let found: Vec<_> = sources.iter().map(|source| (source, check(source))).collect();
    match arguments.format {
        Format::Pretty => found.iter().for_each(|(source, found)| {
            print!("{}", print::pretty(source, found));
        }),
        Format::Json => println!("{}", print::json(&found)),
        Format::Github => found.iter().for_each(|(source, found)| {
            print!("{}", print::github(source, found));
        }),
    }
    let all = || found.iter().flat_map(|(_, found)| found);
    let errors = all().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = all().count() - errors;
    match errors {
        0 => {
            eprintln!("{} rules, {errors} errors, {warnings} warnings", RULES.len());
            Ok(())
        }
        _ => Err(Failure::Findings(format!("{errors} errors, {warnings} warnings"))),
    }
}

/// Runs every rule over a text, and gives what they find in the order of the text.
pub fn check(source: &Source) -> Vec<Finding> {
    match Document::parse(source) {
        Ok(document) => findings(&document, |_| true),
        Err(problems) => problems.iter().map(Finding::from).collect(),
    }
}

/// Runs the chosen rules over a document.
pub fn findings(document: &Document, chosen: impl Fn(&Rule) -> bool) -> Vec<Finding> {
    let mut found: Vec<Finding> = document.problems().iter().map(Finding::from).collect();
    for rule in RULES.iter().filter(|rule| chosen(rule)) {
        let mut findings = Findings::of(rule);
        (rule.check)(document, &mut findings);
        found.extend(findings.found);
    }
    found.sort_by_key(|finding| (finding.span.start, finding.rule));
    found
}

#[cfg(test)]
mod tests {
    use spec::Source;

    use super::{RULES, check};

    /// Compares the lines that a rule finds with the lines that are marked.
    fn compare(rule: &str, text: &str) {
        let source = Source::new("case.yaml", text);
        let found = check(&source).into_iter().filter(|finding| finding.rule == rule);
        let mut found: Vec<u32> =
            found.map(|finding| source.position(finding.span.start).line).collect();
        found.dedup();
        let marked = text.lines().enumerate().filter(|(_, line)| line.ends_with("# <-"));
        let marked: Vec<u32> = marked.map(|(index, _)| index as u32 + 1).collect();
        assert_eq!(found, marked, "{rule} on\n{text}");
    }

    #[test]
    fn every_rule_finds_its_own_faults_and_no_others() {
        for rule in RULES {
            assert!(!rule.failing.is_empty() && !rule.passing.is_empty(), "{}", rule.id);
            for text in rule.failing {
                assert!(text.contains("# <-"), "{}: no fault is marked", rule.id);
                compare(rule.id, text);
            }
            rule.passing.iter().for_each(|text| compare(rule.id, text));
        }
    }

    #[test]
    fn the_rules_are_sorted_by_their_names() {
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
    }
}
