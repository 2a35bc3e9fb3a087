//! Diagnostics with the lines of the document, for people.

use std::collections::HashMap;
use std::io::IsTerminal;

use spec::Source;

use crate::diagnostic::{Checked, Diagnostic};
use crate::documentation::Documentation;
use crate::frame::{Frame, printable};
use crate::rule::Severity;

/// How many diagnostics of one rule are shown in one document.
const SHOWN: usize = 5;

/// Returns the diagnostics of one document, each with its line, without colour.
pub fn pretty(source: &Source, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| block(source, diagnostic, false, true)).collect()
}

/// Returns all diagnostics. Those of one rule are folded, unless `named` says that the rule was
/// selected by its id. The last line says where the first rule is documented. Colours are used if the
/// output is a terminal and `NO_COLOR` is not set.
pub fn pretty_folded(
    found: &[Checked],
    documentation: &Documentation,
    named: impl Fn(&str) -> bool,
) -> String {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colour = std::io::stdout().is_terminal() && !no_colour;
    let mut text = String::new();
    for Checked { source, diagnostics, .. } in found {
        let mut shown: HashMap<&str, usize> = HashMap::new();
        for diagnostic in diagnostics {
            let count = shown.entry(diagnostic.rule.id).or_default();
            *count += 1;
            if *count <= SHOWN || named(diagnostic.rule.id) {
                text += &block(source, diagnostic, colour, *count == 1);
            }
        }
        let mut folded: Vec<_> =
            shown.into_iter().filter(|(rule, count)| *count > SHOWN && !named(rule)).collect();
        folded.sort();
        for (rule, count) in folded {
            let more = count - SHOWN;
            text += &format!(
                "{}: {more} more of {rule}; use `--only {rule}` to show all\n\n",
                source.name()
            );
        }
    }
    if let Some(first) = found.iter().find_map(|checked| checked.diagnostics.first()) {
        text += &format!(
            "For more about a rule, run `cargo xtask lint --explain {}`, or see {}\n\n",
            first.rule.id,
            documentation.place(first.rule)
        );
    }
    text
}

/// One diagnostic; the first of its rule has the note.
fn block(source: &Source, diagnostic: &Diagnostic, colour: bool, first: bool) -> String {
    let paint = |code: &str, text: &str| match colour {
        true => format!("\x1b[{code}m{text}\x1b[0m"),
        false => text.to_owned(),
    };
    let red_or_yellow = match diagnostic.rule.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
    };
    let frame = Frame::new(source, diagnostic.span);
    let number = frame.start.line.to_string();
    let margin = " ".repeat(number.len());
    let bar = paint("2", "|");
    let equals = paint("2", "=");
    let note = match diagnostic.rule.rationale {
        "" => None,
        rationale => first.then(|| format!("{margin} {equals} note: {rationale}\n")),
    };
    format!(
        "{}:{}: {}: {} {}\n{margin} {bar}\n{} {bar} {}\n{margin} {bar} {}{}\n\
         {}{margin} {equals} help: {}\n\n",
        source.name(),
        frame.start,
        paint(red_or_yellow, diagnostic.rule.severity.name()),
        paint("1", &printable(&diagnostic.message)),
        paint("2", &format!("[{}]", diagnostic.rule.id)),
        paint("2", &number),
        frame.excerpt,
        " ".repeat(frame.indent),
        paint(red_or_yellow, &"^".repeat(frame.width)),
        note.unwrap_or_default(),
        diagnostic.help,
    )
}
