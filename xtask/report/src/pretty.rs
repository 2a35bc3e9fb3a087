//! Findings for people.

use std::collections::HashMap;
use std::io::IsTerminal;

use spec::Source;

use crate::diagnostic::{Checked, Finding};
use crate::rule::Severity;

/// How many findings of one rule are shown in one document.
const SHOWN: usize = 5;

/// The widest part of a line that is shown, in characters.
const WIDTH: usize = 120;

/// For people: the place, what is wrong there, the line itself, the mend.
pub fn pretty(source: &Source, findings: &[Finding]) -> String {
    findings.iter().map(|finding| block(source, finding, false, true)).collect()
}

/// All findings, with those of one rule folded unless it was asked for by name.
pub fn all(found: &[Checked], named: impl Fn(&str) -> bool) -> String {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colour = std::io::stdout().is_terminal() && !no_colour;
    let mut text = String::new();
    for Checked { source, findings, .. } in found {
        let mut shown: HashMap<&str, usize> = HashMap::new();
        for finding in findings {
            let count = shown.entry(finding.rule.id).or_default();
            *count += 1;
            if *count <= SHOWN || named(finding.rule.id) {
                text += &block(source, finding, colour, *count == 1);
            }
        }
        let mut folded: Vec<_> =
            shown.into_iter().filter(|(rule, count)| *count > SHOWN && !named(rule)).collect();
        folded.sort();
        for (rule, count) in folded {
            let more = count - SHOWN;
            text += &format!(
                "{}: {more} more of {rule}; `--only {rule}` shows them all\n\n",
                source.name()
            );
        }
    }
    text
}

/// One finding; the first of its rule says why it matters.
fn block(source: &Source, finding: &Finding, colour: bool, first: bool) -> String {
    let paint = |code: &str, text: &str| match colour {
        true => format!("\x1b[{code}m{text}\x1b[0m"),
        false => text.to_owned(),
    };
    let red_or_yellow = match finding.rule.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
    };
    let place = source.position(finding.span.start);
    let end = source.position(finding.span.end);
    let line: Vec<char> = source.line(place.line).chars().map(visible).collect();
    let start = place.column as usize - 1;
    let stop = if end.line == place.line { end.column as usize - 1 } else { line.len() };
    // A document may be one line of a megabyte.
    let from = if start > WIDTH / 2 && line.len() > WIDTH { start - WIDTH / 4 } else { 0 };
    let to = line.len().min(from + WIDTH);
    let excerpt: String = line.get(from..to).unwrap_or_default().iter().collect();
    let width = stop.min(to).saturating_sub(start).max(1);
    let cut = |cut: bool| if cut { "…" } else { "" };
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    let bar = paint("2", "|");
    let indent = " ".repeat(start - from + usize::from(from > 0));
    let equals = paint("2", "=");
    let why = match finding.rule.rationale {
        "" => None,
        why => first.then(|| format!("{margin} {equals} why: {why}\n")),
    };
    format!(
        "{}:{place}: {}: {} {}\n{margin} {bar}\n{} {bar} {}{excerpt}{}\n{margin} {bar} {indent}{}\n\
         {}{margin} {equals} mend: {}\n\n",
        source.name(),
        paint(red_or_yellow, finding.rule.severity.name()),
        paint("1", &printable(&finding.message)),
        paint("2", &format!("[{}]", finding.rule.id)),
        paint("2", &number),
        cut(from > 0),
        cut(to < line.len()),
        paint(red_or_yellow, &"^".repeat(width)),
        why.unwrap_or_default(),
        finding.help,
    )
}

/// A character of the document that cannot move the cursor or hide another.
fn visible(character: char) -> char {
    let hides = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match character {
        '\t' => ' ',
        other if other.is_control() || hides => '\u{fffd}',
        other => other,
    }
}

fn printable(text: &str) -> String {
    text.chars().map(visible).collect()
}
