//! Prints the results of documents.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::record::{Outcome, Record};
use crate::corpus::suite::Suite;

/// Returns a row for each document.
pub fn documents(records: &[(PathBuf, Record)]) -> String {
    let mut table = "| document | operations | outcome | tests | doctests | time | predicted |\n\
                     | --- | ---: | --- | ---: | ---: | ---: | --- |\n"
        .to_owned();
    for (path, record) in records {
        let outcome = match &record.outcome {
            Outcome::Accepted => "accepted".to_owned(),
            Outcome::Refused(rules) => {
                let rules: Vec<String> = rules.iter().map(|rule| format!("`{rule}`")).collect();
                format!("refused: {}", rules.join(", "))
            }
            Outcome::Broken(error) => format!("broken: {}", error.replace('|', "\\|")),
        };
        table += &format!(
            "| {} | {} | {outcome} | {} | {} | {:.0} s | {} |\n",
            path.file_name().unwrap_or_default().display(),
            record.operations,
            passed(record.tests.as_ref()),
            passed(record.doctests.as_ref()),
            record.seconds,
            if record.surprises().is_empty() { "yes" } else { "**no**" }
        );
    }
    table
}

fn passed(suite: Option<&Suite>) -> String {
    match suite {
        None => String::new(),
        Some(suite) if suite.failures.is_empty() => suite.passed.to_string(),
        Some(suite) => format!("**{}** of {}", suite.passed, suite.run()),
    }
}

/// Returns the sums, and how many examples have no test for each reason.
pub fn sums(records: &[(PathBuf, Record)], skipped: usize) -> String {
    let count =
        |is: &dyn Fn(&Record) -> bool| records.iter().filter(|(_, record)| is(record)).count();
    let accepted = |record: &Record| record.outcome == Outcome::Accepted;
    let (mut tests, mut doctests) = (Suite::default(), Suite::default());
    let mut untested: BTreeMap<String, usize> = BTreeMap::new();
    for (_, record) in records {
        record.tests.iter().for_each(|suite| tests.add(suite));
        record.doctests.iter().for_each(|suite| doctests.add(suite));
        for (reason, count) in &record.untested {
            *untested.entry(general(reason)).or_default() += count;
        }
    }
    let mut table = "| | |\n| --- | ---: |\n".to_owned();
    for (what, count) in [
        ("documents", records.len()),
        ("skipped, because they have too many operations", skipped),
        ("generated and, after the phase `generate`, compiled", count(&accepted)),
        (
            "refused by a rule of lint",
            count(&|record| matches!(record.outcome, Outcome::Refused(_))),
        ),
        ("not predicted", count(&|record| !record.surprises().is_empty())),
        ("tests run", tests.run()),
        ("tests passed", tests.passed),
        ("doctests run", doctests.run()),
        ("doctests passed", doctests.passed),
        ("examples without a test", untested.values().sum()),
    ] {
        table += &format!("| {what} | {count} |\n");
    }
    if !untested.is_empty() {
        table += "\n| reason why an example has no test | examples |\n| --- | ---: |\n";
    }
    let mut untested: Vec<_> = untested.into_iter().collect();
    untested.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (reason, count) in untested {
        table += &format!("| {reason} | {count} |\n");
    }
    table
}

/// Returns a reason without the names of a document.
fn general(reason: &str) -> String {
    reason.split('`').step_by(2).collect::<Vec<_>>().join("…")
}
