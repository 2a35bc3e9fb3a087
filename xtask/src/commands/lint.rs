//! `cargo xtask lint`: its options, its output and its exit status.

mod baseline;
mod fix;
mod format;
mod input;
mod replace;
mod watch;

use std::io::IsTerminal;
use std::path::PathBuf;

use lint::{RULES, Rule, RuleSelection};
use report::{Checked, RuleInfo, Severity};

use crate::console;
use crate::failure::Failure;
use crate::workspace;
use format::{Format, plural};

/// The documents to check, and how to report what is found.
#[derive(clap::Args)]
pub struct Arguments {
    /// Documents; `-` reads standard input [default: openapi.yaml of the workspace]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print the diagnostics in this format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Print the explanation of a rule, or the rules of a group, and exit
    #[arg(long, value_name = "NAME")]
    explain: Option<String>,
    /// List the rules, each with its description, and exit
    #[arg(long)]
    list: bool,
    /// Check only these rules and groups, comma-separated
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
    /// Do not check these rules and groups, comma-separated
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    skip: Vec<String>,
    /// Exit with status 1 on warnings too
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Fix what needs no decision, in the files named, and report what is left
    #[arg(long, conflicts_with_all = ["watch", "write_baseline"])]
    fix: bool,
    /// Print how many diagnostics each rule has, not the diagnostics
    #[arg(long)]
    statistics: bool,
    /// Ignore the diagnostics in this file, each with a reason; the list may only shrink
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all diagnostics to this baseline; known ones keep their reason
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "watch"])]
    write_baseline: Option<PathBuf>,
    /// Name the document on standard input in the output
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// Check again after each change, until interrupted
    #[arg(long)]
    watch: bool,
}

/// Checks documents, lists the rules, or explains one.
///
/// # Errors
/// A diagnostic fails the run, or a file cannot be checked.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let unusable = |message| Failure::Unusable(format!("error: {message}"));
    let selection = RuleSelection::new(&arguments.only, &arguments.skip).map_err(unusable)?;
    if arguments.list {
        list(&selection);
        return Ok(());
    }
    if let Some(name) = &arguments.explain {
        console::out(&format!("{}\n", lint::explanation(name).map_err(unusable)?));
        return Ok(());
    }
    if arguments.paths.is_empty() {
        workspace::document()?;
    }
    let has_stdin = arguments.paths.iter().any(|path| input::is_stdin(path));
    if has_stdin && (arguments.fix || arguments.watch) {
        return Err(unusable("`--fix` and `--watch` need a file, not standard input".into()));
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
    let mut found = lint_files(arguments, &selection)?;
    if arguments.fix {
        fix::apply(&paths(arguments), &found)?;
        found = lint_files(arguments, &selection)?;
    }
    if let Some(path) = &arguments.write_baseline {
        check_usable(arguments, &selection, &found)?;
        return baseline::write(path, &found);
    }
    report(arguments, &selection, &found)
}

/// Prints a line for each selected rule.
fn list(selection: &RuleSelection) {
    let rules = RULES.iter().filter(|rule| selection.includes(rule)).map(|rule| &rule.info);
    let line = |rule: &RuleInfo| {
        let RuleInfo { id, group, severity, summary, .. } = rule;
        format!("{id:<36} {:<10} {:<8} {summary}\n", group.name(), severity.name())
    };
    console::out(&rules.map(line).collect::<String>());
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
    for source in input::read(&paths(arguments), arguments.stdin_filename.as_deref())? {
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
        let baseline = baseline::apply(path, &mut found, &selected)?;
        found.push(baseline);
    }
    Ok(found)
}

fn report(
    arguments: &Arguments,
    selection: &RuleSelection,
    found: &[Checked],
) -> Result<(), Failure> {
    match arguments.statistics {
        true => format::write_statistics(arguments.format, found)?,
        false => format::write(arguments.format, found, |rule| selection.names(rule)),
    }
    let all = || found.iter().flat_map(|checked| &checked.diagnostics);
    let fixable = all().filter(|diagnostic| !diagnostic.fix.is_empty()).count();
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
fn check_usable(
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
