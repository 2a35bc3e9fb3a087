//! `cargo xtask lint`: its options, its output and its exit status.

mod format;
mod watch;

use std::io::IsTerminal;
use std::path::PathBuf;

use lint::{BaselineError, RULES, Rule, RuleSelection};
use report::{Checked, RuleInfo, Severity};
use spec::Source;

use crate::console;
use crate::failure::Failure;
use crate::workspace;
use format::Format;

/// What to check, and how to report it.
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
    /// Only these rules and groups, with commas between
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
    /// Not these rules and groups, with commas between
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    skip: Vec<String>,
    /// What is to fail as errors do
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Ignore the diagnostics in this file, each with a reason; the list may only shrink
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Look again after each change, until interrupted
    #[arg(long)]
    watch: bool,
}

/// Checks documents, lists the rules, or explains one.
///
/// # Errors
/// A diagnostic fails the run, or a file cannot be checked.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        for RuleInfo { id, group, severity, .. } in RULES.iter().map(|rule| &rule.info) {
            console::out(&format!("{id:<36} {:<10} {}\n", group.name(), severity.name()));
        }
        return Ok(());
    }
    if let Some(id) = &arguments.explain {
        let rule = lint::find_rule(id).map_err(Failure::Unusable)?;
        console::out(&format!("{}\n", rule.explanation()));
        return Ok(());
    }
    let selection =
        RuleSelection::new(&arguments.only, &arguments.skip).map_err(Failure::Unusable)?;
    if arguments.paths.is_empty() {
        workspace::document()?;
    }
    if arguments.watch {
        watch::forever(paths(arguments), || {
            if std::io::stdout().is_terminal() {
                // Clears the screen.
                console::out("\x1b[2J\x1b[H");
            }
            match lint_files(arguments, &selection) {
                Ok(found) => {
                    if let Err(failure) = report(arguments, &selection, &found) {
                        failure.report();
                    }
                    found.iter().map(|checked| PathBuf::from(checked.source.name())).collect()
                }
                Err(failure) => {
                    failure.report();
                    paths(arguments)
                }
            }
        })
    }
    report(arguments, &selection, &lint_files(arguments, &selection)?)
}

fn paths(arguments: &Arguments) -> Vec<PathBuf> {
    match arguments.paths.as_slice() {
        [] => vec![workspace::file("openapi.yaml")],
        paths => paths.to_vec(),
    }
}

fn lint_files(arguments: &Arguments, selection: &RuleSelection) -> Result<Vec<Checked>, Failure> {
    let selected = |rule: &Rule| selection.includes(rule);
    let mut found: Vec<Checked> = Vec::new();
    for path in paths(arguments) {
        let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
        for checked in lint::check(source, &selected) {
            // Several documents may refer to one file.
            let name = checked.source.name();
            match found.iter_mut().find(|known| known.source.name() == name) {
                Some(known) => {
                    let is_new = |diagnostic: &_| !known.diagnostics.contains(diagnostic);
                    let new: Vec<_> = checked.diagnostics.into_iter().filter(is_new).collect();
                    known.diagnostics.extend(new);
                    known.is_usable &= checked.is_usable;
                }
                None => found.push(checked),
            }
        }
    }
    if let Some(path) = &arguments.baseline {
        let baseline = Source::read(path).map_err(|error| Failure::unreadable(path, &error))?;
        let applied = lint::apply_baseline(baseline, &mut found, &selected);
        found.push(applied.map_err(|error| match error {
            BaselineError::Unreadable(checked) => {
                Failure::Unusable(report::pretty(&checked.source, &checked.diagnostics))
            }
            BaselineError::NoDiagnostics => Failure::Unusable(format!(
                "{}: no baseline; write what `--format json` prints into it",
                path.display()
            )),
        })?);
    }
    Ok(found)
}

fn report(
    arguments: &Arguments,
    selection: &RuleSelection,
    found: &[Checked],
) -> Result<(), Failure> {
    format::write(arguments.format, found, |rule| selection.names(rule));
    let all = found.iter().flat_map(|checked| &checked.diagnostics);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        all.partition(|diagnostic| diagnostic.rule.severity == Severity::Error);
    let count = format::count(errors.len(), warnings.len());
    let unusable: Vec<&str> = found
        .iter()
        .filter(|checked| !checked.is_usable)
        .map(|checked| checked.source.name())
        .collect();
    if !unusable.is_empty() {
        let names = unusable.join(", ");
        return Err(Failure::Unusable(format!("{count}; error: cannot check {names}")));
    }
    let fails = !errors.is_empty() || arguments.deny.is_some() && !warnings.is_empty();
    if fails {
        return Err(Failure::CheckFailed(count));
    }
    let rules = RULES.iter().filter(|rule| selection.includes(rule)).count();
    console::err(&format!("{count}; {rules} rules looked"));
    Ok(())
}
