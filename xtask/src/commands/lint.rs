//! `cargo xtask lint`: its options, what it prints, and its exit code.

mod format;
mod watch;

use std::io::IsTerminal;
use std::path::PathBuf;

use lint::{BaselineError, Choice, RULES, Rule};
use report::{Checked, RuleInfo, Severity};
use spec::Source;

use crate::console;
use crate::failure::Failure;
use crate::workspace;
use format::Format;

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
    /// Only these rules and groups, with commas between
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
    /// Not these rules and groups, with commas between
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    skip: Vec<String>,
    /// What is to fail as errors do
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Known findings with their reasons; the list may only shrink
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Look again after each change, until interrupted
    #[arg(long)]
    watch: bool,
}

/// Lints, or tells about the rules.
///
/// # Errors
/// Findings that fail the run, or input that is no document.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        for RuleInfo { id, group, severity, .. } in RULES.iter().map(|rule| &rule.info) {
            console::out(&format!("{id:<36} {:<10} {}\n", group.name(), severity.name()));
        }
        return Ok(());
    }
    if let Some(id) = &arguments.explain {
        let rule = RULES.iter().find(|rule| rule.info.id == id);
        let rule = rule.ok_or_else(|| Failure::Unusable(lint::unknown_rule(id)))?;
        console::out(&format!("{}\n", rule.explanation()));
        return Ok(());
    }
    let choice = Choice::of(&arguments.only, &arguments.skip).map_err(Failure::Unusable)?;
    if arguments.paths.is_empty() {
        workspace::document()?;
    }
    if arguments.watch {
        watch::forever(paths(arguments), || {
            if std::io::stdout().is_terminal() {
                // Clears the screen.
                console::out("\x1b[2J\x1b[H");
            }
            match look(arguments, &choice) {
                Ok(found) => {
                    if let Err(failure) = tell(arguments, &choice, &found) {
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
    tell(arguments, &choice, &look(arguments, &choice)?)
}

fn paths(arguments: &Arguments) -> Vec<PathBuf> {
    match arguments.paths.as_slice() {
        [] => vec![workspace::file("openapi.yaml")],
        paths => paths.to_vec(),
    }
}

fn look(arguments: &Arguments, choice: &Choice) -> Result<Vec<Checked>, Failure> {
    let chosen = |rule: &Rule| choice.has(rule);
    let mut found: Vec<Checked> = Vec::new();
    for path in paths(arguments) {
        let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
        for checked in lint::check(source, &chosen) {
            // Several documents may refer to one file.
            let name = checked.source.name();
            match found.iter_mut().find(|known| known.source.name() == name) {
                Some(known) => {
                    let is_new = |finding: &_| !known.findings.contains(finding);
                    let new: Vec<_> = checked.findings.into_iter().filter(is_new).collect();
                    known.findings.extend(new);
                    known.is_usable &= checked.is_usable;
                }
                None => found.push(checked),
            }
        }
    }
    if let Some(path) = &arguments.baseline {
        let baseline = Source::read(path).map_err(|error| Failure::unreadable(path, &error))?;
        let applied = lint::apply_baseline(baseline, &mut found, &chosen);
        found.push(applied.map_err(|error| match error {
            BaselineError::Unreadable(checked) => {
                Failure::Unusable(report::pretty(&checked.source, &checked.findings))
            }
            BaselineError::NoFindings => Failure::Unusable(format!(
                "{}: no baseline; write what `--format json` prints into it",
                path.display()
            )),
        })?);
    }
    Ok(found)
}

fn tell(arguments: &Arguments, choice: &Choice, found: &[Checked]) -> Result<(), Failure> {
    format::write(arguments.format, found, |rule| choice.names(rule));
    let all = found.iter().flat_map(|checked| &checked.findings);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        all.partition(|finding| finding.rule.severity == Severity::Error);
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
        return Err(Failure::Findings(count));
    }
    let looking = RULES.iter().filter(|rule| choice.has(rule)).count();
    console::err(&format!("{count}; {looking} rules looked"));
    Ok(())
}
