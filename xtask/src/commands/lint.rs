//! `cargo xtask lint`: its options, its output and its exit status.

mod arguments;
mod baseline;
mod fix;
mod format;
mod input;
mod outcome;
mod replace;
mod watch;

use std::io::IsTerminal;
use std::path::PathBuf;

use lint::{RULES, Rule, RuleSelection};
use report::{Checked, RuleInfo};

use crate::console;
use crate::failure::Failure;
use crate::workspace;
pub use arguments::Arguments;
use outcome::{check_usable, report};

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
        console::out(&lint::explanation(name).map_err(unusable)?);
        return Ok(());
    }
    if arguments.paths.is_empty() {
        workspace::document()?;
    }
    let has_stdin = arguments.paths.iter().any(|path| input::is_stdin(path));
    if has_stdin && (arguments.fix || arguments.watch) {
        return Err(unusable("`--fix` and `--watch` need a file, not standard input".into()));
    }
    if arguments.stdin_filename.is_some() && !has_stdin {
        return Err(unusable("`--stdin-filename` needs the path `-`".into()));
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
