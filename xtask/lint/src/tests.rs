//! Every rule finds the faults of its own documents, and no other rule finds one there.

use std::collections::BTreeSet;

use spec::{ProblemKind, Source};

use super::rule::Check;
use super::{RULES, check};
use report::{Finding, Group};

/// A document with what it left out, behind everything else so that no line moves.
fn complete(text: &str) -> String {
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    let mut text = format!("{}\n", text.trim_end());
    if has("swagger:") || text.trim_start().starts_with('{') {
        return text;
    }
    for (key, line) in [
        ("openapi:", "openapi: 3.0.3"),
        ("info:", "info: {title: A, version: '1'}"),
        ("paths:", "paths: {}"),
    ] {
        if !text.lines().any(|line| line.starts_with(key)) {
            text += &format!("{line}\n");
        }
    }
    text
}

fn found(text: &str) -> (Source, Vec<Finding>) {
    let checked = check(Source::new("case.yaml", complete(text)), &|_| true).swap_remove(0);
    (checked.source, checked.findings)
}

fn lines<'f>(source: &Source, found: impl Iterator<Item = &'f Finding>) -> BTreeSet<u32> {
    found.map(|finding| source.position(finding.span.start).line).collect()
}

fn marked(text: &str) -> BTreeSet<u32> {
    let marked = text.lines().enumerate().filter(|(_, line)| line.ends_with("# <-"));
    marked.map(|(index, _)| index as u32 + 1).collect()
}

#[test]
fn every_rule_finds_its_own_faults_and_no_others() {
    let mut wrong = String::new();
    for rule in RULES {
        assert!(!rule.passing.is_empty(), "{}: nothing passes", rule.info.id);
        for text in rule.failing.iter().chain(rule.passing) {
            let (source, found) = found(text);
            let own =
                lines(&source, found.iter().filter(|finding| finding.rule.id == rule.info.id));
            if own != marked(text) {
                wrong += &format!("{} finds {own:?} in\n{text}\n", rule.info.id);
            }
        }
        for text in rule.failing {
            assert!(!marked(text).is_empty(), "{}: no fault is marked in\n{text}", rule.info.id);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_other_rule_finds_a_document_of_a_rule_invalid() {
    let mut surprises = String::new();
    for rule in RULES {
        for text in rule.failing.iter().chain(rule.passing) {
            let (source, found) = found(text);
            let others = found.iter().filter(|finding| {
                finding.rule.group == Group::Valid && finding.rule.id != rule.info.id
            });
            for finding in others {
                let place = source.position(finding.span.start);
                let Finding { rule: other, message, .. } = finding;
                surprises +=
                    &format!("{}: {} at {place}: {message}\n{text}\n", rule.info.id, other.id);
            }
        }
    }
    assert!(surprises.is_empty(), "{surprises}");
}

#[test]
#[ignore = "writes the documents of all rules into the folder SEEDS, for the fuzzer to start from"]
fn seeds() {
    let folder = std::env::var("SEEDS").expect("SEEDS names a folder");
    for rule in RULES {
        for (number, text) in rule.failing.iter().chain(rule.passing).enumerate() {
            let path = format!("{folder}/{}-{number}.yaml", rule.info.id);
            std::fs::write(path, complete(text)).expect("a file");
        }
    }
}

#[test]
fn the_rules_are_sorted_and_each_has_its_file() {
    assert!(RULES.is_sorted_by_key(|rule| rule.info.id));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of the rules")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let named = RULES.iter().map(|rule| format!("{}.rs", rule.info.id.replace('-', "_")));
    assert_eq!(named.collect::<BTreeSet<_>>(), files);
}

#[test]
fn every_fault_of_the_reader_is_a_rule() {
    for kind in ProblemKind::ALL {
        let known = |check: &Check| matches!(check, Check::Reader(known) if *known == kind);
        let rule = RULES.iter().find(|rule| known(&rule.check));
        assert_eq!(rule.map(|rule| rule.info.id), Some(kind.id()));
    }
}
