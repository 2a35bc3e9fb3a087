//! Takes a document through lint, generate, the compiler, its tests and its doctests.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Instant;

use super::foreign::ForeignCopy;
use super::record::{Outcome, Phase, Record};
use crate::corpus::program;
use crate::corpus::scratch::{self, Generated, Scratch, first_error};
use crate::corpus::suite::Suite;
use xtask::failure::Failure;

/// The tests of the client; the type-check of them includes the client.
const TESTS: [&str; 4] = ["--quiet", "--package=tests", "--lib", "--message-format=short"];

/// Takes a document as far as `until`.
pub fn examine(document: &Path, until: Phase, copy: &mut ForeignCopy) -> Result<Record, Failure> {
    let start = Instant::now();
    let mut record = Record::new(until);
    match program::lint_errors(&["--only", "valid,generate"], document) {
        Ok(errors) => {
            for error in &errors {
                let text = |field: &str| error[field].as_str().unwrap_or_default().to_owned();
                record.rules.insert(text("rule"));
                if text("group") == "generate" {
                    record.generate_rules.insert(text("rule"));
                }
            }
            build(document, until, copy, &mut record)?;
        }
        Err(failure) => record.outcome = Outcome::Broken(failure.text().to_owned()),
    }
    record.seconds = start.elapsed().as_secs_f64();
    Ok(record)
}

fn build(
    document: &Path,
    until: Phase,
    copy: &mut ForeignCopy,
    record: &mut Record,
) -> Result<(), Failure> {
    let generated = match until {
        // Nothing is compiled, so that a folder without the workspace is enough.
        Phase::Generate => scratch::generate(document, tempfile::tempdir()?.path())?,
        Phase::Check | Phase::Tests | Phase::Doctests => copy.scratch()?.generate(document)?,
    };
    match generated {
        Generated::Refused(rules) => record.outcome = Outcome::Refused(rules),
        Generated::Failed(error) => record.outcome = Outcome::Broken(format!("generate: {error}")),
        Generated::Written(summary) => {
            record.operations = summary.operations;
            record.generated_tests = summary.tests;
            record.untested = summary.untested;
        }
    }
    if until == Phase::Generate || record.outcome != Outcome::Accepted {
        return Ok(());
    }
    let scratch = copy.scratch()?;
    // What is run is compiled, which checks the types as well.
    let compile: &[&str] =
        if until == Phase::Check { &["check", "--profile=test"] } else { &["test", "--no-run"] };
    let (compiles, [_, errors]) = scratch.cargo(&[compile, &TESTS].concat())?;
    if !compiles {
        record.outcome = Outcome::Broken(format!("rustc: {}", first_error(&errors)));
        return Ok(());
    }
    if until >= Phase::Tests {
        record.tests = Some(match record.generated_tests {
            0 => Suite::default(),
            _ => run(scratch, &["test", "--package=tests", "--lib", "--", "generated::"])?,
        });
    }
    if until >= Phase::Doctests {
        record.doctests = Some(match has_doctests(&scratch.workspace().join("client/src"))? {
            false => Suite::default(),
            true => run(scratch, &["test", "--package=modelarts-app-auth", "--doc"])?,
        });
    }
    Ok(())
}

/// Returns whether a source below a folder documents an example. The copy has no documentation but
/// that of the generated sources.
fn has_doctests(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let has_doctests = match path.is_dir() {
            true => has_doctests(&path)?,
            false => fs::read_to_string(&path)?.contains("/// ```"),
        };
        if has_doctests {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Runs tests. Those that do not come to their end count as one failure.
fn run(scratch: &Scratch, arguments: &[&str]) -> Result<Suite, Failure> {
    let (_, [printed, errors]) = scratch.cargo(arguments)?;
    Ok(Suite::read(&printed).unwrap_or_else(|| Suite {
        passed: 0,
        failures: [("all tests".to_owned(), first_error(&errors))].into(),
    }))
}
