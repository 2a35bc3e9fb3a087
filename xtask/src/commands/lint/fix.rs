//! `--fix`: applies the fixes of diagnostics to the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use report::{Checked, Diagnostic};
use spec::{Document, Source};

use super::format::plural;
use super::replace;
use crate::console;
use crate::failure::Failure;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Fixes the files among these paths, and prints what was fixed. Files that they refer to are left
/// alone.
pub fn apply(paths: &[PathBuf], found: &[Checked]) -> Result<(), Failure> {
    let names: BTreeMap<String, &PathBuf> =
        paths.iter().map(|path| (path.display().to_string(), path)).collect();
    for (name, path) in names {
        let Some(checked) = found.iter().find(|checked| checked.source.name() == name) else {
            continue;
        };
        let (text, fixed) = lint::fixed(checked);
        if !fixed.is_empty() {
            rewrite(path, checked.source.text(), &text)?;
            console::err(&summary(&name, &fixed));
        }
    }
    Ok(())
}

fn rewrite(path: &Path, before: &str, after: &str) -> Result<(), Failure> {
    let failed = |reason: &dyn std::fmt::Display| {
        Failure::Unusable(format!("error: cannot fix {}: {reason}", path.display()))
    };
    let bytes = fs::read(path).map_err(|error| failed(&error))?;
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
    if bytes[mark.len()..] != *before.as_bytes() {
        return Err(failed(&"the file changed since it was checked; run the command again"));
    }
    // No edit may make a document unreadable; if one did, the file must stay.
    if Document::parse(&Source::new(path.display().to_string(), after)).is_err() {
        return Err(failed(&"the fixed document could not be read; please report this"));
    }
    replace::write(path, &[mark, after.as_bytes()].concat()).map_err(|error| failed(&error))
}

/// How many diagnostics of each rule were fixed.
fn summary(name: &str, fixed: &[&Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    fixed.iter().for_each(|diagnostic| *counts.entry(diagnostic.rule.id).or_default() += 1);
    let counts: Vec<String> =
        counts.iter().map(|(rule, count)| format!("{count} of {rule}")).collect();
    let problems = plural(fixed.len(), "problem");
    format!("fixed {problems} in {name}: {}", counts.join(", "))
}
