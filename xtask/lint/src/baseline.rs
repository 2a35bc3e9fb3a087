//! Baselines: files of known diagnostics, each with a reason. A baseline may only shrink.

use spec::{Document, Node, Source};

use crate::rule::Rule;
use crate::rules;
use report::{Checked, Diagnostic};

/// Why a file is not a baseline.
pub enum BaselineError {
    /// It is neither YAML nor JSON.
    Unreadable(Box<Checked>),
    /// It has no list `diagnostics`.
    NoDiagnostics,
}

/// Removes the known diagnostics, and returns the baseline with the diagnostics about it: entries
/// without a reason, and entries that match no diagnostic.
///
/// # Errors
/// The file is not a baseline.
pub fn apply_baseline(
    baseline: Source,
    found: &mut [Checked],
    selected: &dyn Fn(&Rule) -> bool,
) -> Result<Checked, BaselineError> {
    let parsed = Document::parse(&baseline);
    let document = match parsed {
        Ok(document) => document,
        Err(problems) => {
            let diagnostics = problems.iter().map(crate::parser::diagnostic).collect();
            return Err(BaselineError::Unreadable(Box::new(Checked {
                source: baseline,
                diagnostics,
                is_usable: false,
            })));
        }
    };
    let Some(entries) = document.root().get("diagnostics").filter(|list| list.is_array()) else {
        return Err(BaselineError::NoDiagnostics);
    };
    let mut diagnostics = Vec::new();
    for entry in entries.items() {
        let says = |field: &str| entry.get(field).and_then(Node::as_str).unwrap_or_default();
        let Some(known) = rules::find(says("rule")) else {
            let message = rules::unknown(says("rule"));
            diagnostics.extend(diagnostic("baseline-stale", entry, &message));
            continue;
        };
        if !selected(known) {
            continue;
        }
        let found_again = take(found, says("path"), known.info.id, says("pointer"));
        if says("reason").is_empty() {
            let message = format!("the entry for `{}` has no `reason`", known.info.id);
            diagnostics.extend(diagnostic("baseline-reason-missing", entry, &message));
        } else if !found_again {
            let message = format!("`{}` no longer reports a diagnostic here", known.info.id);
            diagnostics.extend(diagnostic("baseline-stale", entry, &message));
        }
    }
    drop(document);
    diagnostics.retain(|diagnostic| rules::find(diagnostic.rule.id).is_some_and(selected));
    Ok(Checked { source: baseline, diagnostics, is_usable: true })
}

fn take(found: &mut [Checked], path: &str, rule: &str, pointer: &str) -> bool {
    let of_path = found.iter_mut().filter(|checked| checked.source.name() == path);
    let mut taken = false;
    for checked in of_path {
        // The rules did not run, so no entry is stale; and the diagnostics that say why stay.
        if !checked.is_usable {
            return true;
        }
        checked.diagnostics.retain(|diagnostic| {
            let known = diagnostic.rule.id == rule && diagnostic.pointer == pointer;
            taken |= known;
            !known
        });
    }
    taken
}

fn diagnostic(id: &str, entry: Node, message: &str) -> Option<Diagnostic> {
    let span = entry.get("rule").unwrap_or(entry).span();
    Some(Diagnostic::new(&rules::find(id)?.info, message, span, entry.pointer()))
}
