//! `--baseline` and `--write-baseline`: files of known diagnostics, each with a reason.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use lint::{BaselineError, Rule};
use report::Checked;
use serde_json::{Value, json};
use spec::{Document, Node, Source};

use super::format::plural;
use super::replace;
use crate::console;
use crate::failure::Failure;

/// Removes the known diagnostics, and returns the baseline with what is wrong with it.
pub fn apply(
    path: &Path,
    found: &mut [Checked],
    selected: &dyn Fn(&Rule) -> bool,
) -> Result<Checked, Failure> {
    lint::apply_baseline(read(path)?, found, selected).map_err(|error| match error {
        BaselineError::Unreadable(checked) => Failure::Unusable(format!(
            "error: cannot read the baseline {}\n\n{}",
            path.display(),
            report::pretty(&checked.source, &checked.diagnostics)
        )),
        BaselineError::NoDiagnostics => no_baseline(path),
    })
}

/// Writes all diagnostics to a baseline. Entries that it has already keep their reason.
///
/// # Errors
/// A document cannot be checked, or the file is something else than a baseline.
pub fn write(path: &Path, found: &[Checked]) -> Result<(), Failure> {
    let reasons = match path.exists() {
        true => reasons(path)?,
        false => HashMap::new(),
    };
    let mut known = HashSet::new();
    let mut entries = Vec::new();
    let mut without_reason = 0;
    for Checked { source, diagnostics, .. } in found {
        for diagnostic in diagnostics {
            let key = [diagnostic.rule.id, source.name(), &diagnostic.pointer].map(str::to_owned);
            // One entry stands for all diagnostics of a rule at one value.
            if !known.insert(key.clone()) {
                continue;
            }
            let reason = reasons.get(&key).cloned().unwrap_or_default();
            without_reason += usize::from(reason.is_empty());
            let [rule, path, pointer] = key;
            let message = &diagnostic.message;
            entries.push(json!({
                "rule": rule, "path": path, "pointer": pointer, "message": message, "reason": reason,
            }));
        }
    }
    let count = plural(entries.len(), "entry");
    let text = format!("{:#}\n", json!({ "diagnostics": Value::Array(entries) }));
    replace::write(path, text.as_bytes()).map_err(|error| {
        Failure::Unusable(format!("error: cannot write {}: {error}", path.display()))
    })?;
    console::err(&format!("wrote {count} to {}", path.display()));
    if without_reason > 0 {
        console::err(&format!(
            "help: write the `reason` of {}; without it, `--baseline` reports the entry",
            plural(without_reason, "entry")
        ));
    }
    Ok(())
}

/// The reasons in a baseline, by rule, path and pointer.
fn reasons(path: &Path) -> Result<HashMap<[String; 3], String>, Failure> {
    let source = read(path)?;
    // Another file than a baseline must not be overwritten.
    let document = Document::parse(&source).map_err(|_| no_baseline(path))?;
    let entries = document.root().get("diagnostics").filter(|list| list.is_array());
    let entries = entries.ok_or_else(|| no_baseline(path))?.items();
    let says = |entry: Node, field: &str| {
        entry.get(field).and_then(Node::as_str).unwrap_or_default().to_owned()
    };
    let entry =
        |entry| (["rule", "path", "pointer"].map(|key| says(entry, key)), says(entry, "reason"));
    Ok(entries.map(entry).collect())
}

fn read(path: &Path) -> Result<Source, Failure> {
    Source::read(path).map_err(|error| Failure::unreadable(path, &error))
}

fn no_baseline(path: &Path) -> Failure {
    Failure::Unusable(format!(
        "error: {} is not a baseline: it has no list `diagnostics`\n\
         help: create one with `--write-baseline FILE`",
        path.display()
    ))
}
