//! The last line of a run, and its exit status.

use lint::{RULES, RuleSelection};
use report::{Checked, Severity};

use super::arguments::Arguments;
use super::format::{self, plural};
use crate::console;
use crate::failure::Failure;

/// Prints the diagnostics, and how many there are.
///
/// # Errors
/// A diagnostic fails the run, or a document cannot be checked.
pub fn report(
    arguments: &Arguments,
    selection: &RuleSelection,
    found: &[Checked],
) -> Result<(), Failure> {
    match arguments.statistics {
        true => format::write_statistics(arguments.format, found)?,
        false => format::write(arguments.format, found, |rule| selection.names(rule)),
    }
    let all = || found.iter().flat_map(|checked| &checked.diagnostics);
    // Standard input and files that are only referred to cannot be fixed.
    let is_named = |checked: &&Checked| {
        let mut names = arguments.paths.iter().map(|path| path.display().to_string());
        arguments.paths.is_empty() || names.any(|name| name == checked.source.name())
    };
    let fixable = found.iter().filter(is_named).flat_map(|checked| &checked.diagnostics);
    let fixable = fixable.filter(|diagnostic| !diagnostic.fix.is_empty()).count();
    if fixable > 0 {
        console::err(&format!("help: run with `--fix` to fix {}", plural(fixable, "problem")));
    }
    check_usable(arguments, selection, found)?;
    let is_error = |severity| severity == Severity::Error || arguments.deny.is_some();
    let summary = summary(arguments, selection, found);
    if all().any(|diagnostic| is_error(diagnostic.rule.severity)) {
        return Err(Failure::CheckFailed(format!("error: lint failed: {summary}")));
    }
    console::err(&summary);
    Ok(())
}

/// Fails if a document cannot be checked.
pub fn check_usable(
    arguments: &Arguments,
    selection: &RuleSelection,
    found: &[Checked],
) -> Result<(), Failure> {
    let unusable = found.iter().filter(|checked| !checked.is_usable);
    let unusable: Vec<&str> = unusable.map(|checked| checked.source.name()).collect();
    match unusable.as_slice() {
        [] => Ok(()),
        names => Err(Failure::Unusable(format!(
            "error: cannot check {}: {}",
            names.join(", "),
            summary(arguments, selection, found)
        ))),
    }
}

/// What was checked, and how much was found.
fn summary(arguments: &Arguments, selection: &RuleSelection, found: &[Checked]) -> String {
    let all = found.iter().flat_map(|checked| &checked.diagnostics);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        all.partition(|diagnostic| diagnostic.rule.severity == Severity::Error);
    let rules = RULES.iter().filter(|rule| selection.includes(rule)).count();
    let files = found.len() - usize::from(arguments.baseline.is_some());
    format!(
        "checked {} with {}: {}, {}",
        plural(files, "file"),
        plural(rules, "rule"),
        plural(errors.len(), "error"),
        plural(warnings.len(), "warning")
    )
}
