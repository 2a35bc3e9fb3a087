//! A baseline: findings that are known, each with a reason. It may only shrink.

use spec::{Document, Node, Source};

use crate::rule::Rule;
use crate::rules::RULES;
use report::{Checked, Finding};

/// Why a file is no baseline.
pub enum BaselineError {
    /// It is neither YAML nor JSON, for these reasons.
    Unreadable(Box<Checked>),
    /// It has no list of findings.
    NoFindings,
}

/// Takes the known findings away, and gives the baseline with what is wrong in it: entries
/// without a reason, and entries that nothing was found for.
///
/// # Errors
/// A file that is no baseline.
pub fn apply_baseline(
    baseline: Source,
    found: &mut [Checked],
    chosen: &dyn Fn(&Rule) -> bool,
) -> Result<Checked, BaselineError> {
    let parsed = Document::parse(&baseline);
    let document = match parsed {
        Ok(document) => document,
        Err(problems) => {
            let findings = problems.iter().map(crate::parser::finding).collect();
            return Err(BaselineError::Unreadable(Box::new(Checked {
                source: baseline,
                findings,
                is_usable: false,
            })));
        }
    };
    let Some(entries) = document.root().get("findings").filter(|list| list.is_array()) else {
        return Err(BaselineError::NoFindings);
    };
    let mut faults = Vec::new();
    for entry in entries.items() {
        let says = |field: &str| entry.get(field).and_then(Node::as_str).unwrap_or_default();
        let Some(known) = RULES.iter().find(|rule| rule.info.id == says("rule")) else {
            faults.extend(fault("baseline-stale", entry, "there is no such rule"));
            continue;
        };
        if !chosen(known) {
            continue;
        }
        let found_again = take(found, says("path"), known.info.id, says("pointer"));
        if says("reason").is_empty() {
            let message = format!("`{}` is known without a reason", known.info.id);
            faults.extend(fault("baseline-reason-missing", entry, &message));
        } else if !found_again {
            let message = format!("`{}` finds nothing there any more", known.info.id);
            faults.extend(fault("baseline-stale", entry, &message));
        }
    }
    drop(document);
    faults.retain(|finding| RULES.iter().any(|rule| rule.info == *finding.rule && chosen(rule)));
    Ok(Checked { source: baseline, findings: faults, is_usable: true })
}

fn take(found: &mut [Checked], path: &str, rule: &str, pointer: &str) -> bool {
    let of_path = found.iter_mut().filter(|checked| checked.source.name() == path);
    let mut taken = false;
    for checked in of_path {
        // Nothing was looked for in it, so that nothing is out of date; and what says so stays.
        if !checked.is_usable {
            return true;
        }
        checked.findings.retain(|finding| {
            let known = finding.rule.id == rule && finding.pointer == pointer;
            taken |= known;
            !known
        });
    }
    taken
}

fn fault(id: &str, entry: Node, message: &str) -> Option<Finding> {
    let rule = RULES.iter().find(|rule| rule.info.id == id)?;
    Some(Finding {
        rule: &rule.info,
        message: message.to_owned(),
        help: rule.info.help.into(),
        span: entry.get("rule").unwrap_or(entry).span(),
        pointer: entry.pointer(),
    })
}
