//! The report as Markdown, which fits into a comment of a pull request.

use diff::{Change, Level};

use super::report::{Group, Reasons, Report, start};

/// The longest comment that GitHub accepts, in characters.
const LIMIT: usize = 65_536;

/// Returns the report as tables, cut where a comment ends.
pub fn markdown(report: &Report) -> String {
    let head = format!("{}\n", inline(&report.summary()));
    let tail = tail(report);
    let room = LIMIT.saturating_sub(length(&head) + length(&tail) + length(&cut(usize::MAX)));
    let (tables, left) = tables(&report.groups(), room);
    let left = if left > 0 { cut(left) } else { String::new() };
    head + &tables + &left + &tail
}

/// Returns the tables of as many changes as there is room for, with their reasons, and how many changes
/// are left.
fn tables(groups: &[Group], room: usize) -> (String, usize) {
    let (mut tables, mut notes, mut told) = (String::new(), Notes::default(), 0);
    let mut used = 0;
    let all: usize = groups.iter().map(|group| group.changes.len()).sum();
    'groups: for group in groups {
        let mut start = format!("\n### {}\n\n{TABLE}", inline(&group.title));
        for change in &group.changes {
            let row = start.clone() + &row(change);
            let notes_before = notes.clone();
            notes.add(change);
            if used + length(&row) + notes.length() > room {
                notes = notes_before;
                break 'groups;
            }
            used += length(&row);
            tables += &row;
            start.clear();
            told += 1;
        }
    }
    (tables + &notes.text(), all - told)
}

const TABLE: &str = "| change | requests | responses | source | line |\n| - | - | - | - | - |\n";

fn row(change: &Change) -> String {
    let cell = |level: Level| match level {
        Level::Breaking => "**breaking**",
        Level::None => "",
        level => level.label(),
    };
    let document = change.head.node.document();
    format!(
        "| {} (`{}`) | {} | {} | {} | {} |\n",
        inline(&change.sentence()),
        change.kind.id,
        cell(change.impact.requests),
        cell(change.impact.responses),
        cell(change.impact.source),
        document.position(start(change.head.node)).line,
    )
}

/// The reasons of the changes so far, each once.
#[derive(Clone, Default)]
struct Notes {
    known: Reasons,
    lines: Vec<String>,
}

impl Notes {
    fn add(&mut self, change: &Change) {
        let reasons = self.known.new_of(change).into_iter();
        let line = |reason: &str| format!("- `{}`: {}\n", change.kind.id, inline(reason));
        self.lines.extend(reasons.map(line));
    }

    fn text(&self) -> String {
        match self.lines.as_slice() {
            [] => String::new(),
            lines => format!("{}{}{}", Self::HEAD, lines.concat(), Self::TAIL),
        }
    }

    fn length(&self) -> usize {
        length(Self::HEAD)
            + length(Self::TAIL)
            + self.lines.iter().map(|line| length(line)).sum::<usize>()
    }

    const HEAD: &str = "\n<details><summary>Reasons</summary>\n\n";
    const TAIL: &str = "\n</details>\n";
}

/// What says that a report is not complete.
fn cut(left: usize) -> String {
    let changes = if left == 1 { "change is" } else { "changes are" };
    format!("\n{left} more {changes} not shown; run `cargo xtask diff` to see all.\n")
}

/// What follows the changes: those that are accepted, the second opinion, the version.
fn tail(report: &Report) -> String {
    let mut text = String::new();
    let mut lines = report.accepted.iter().map(|accepted| {
        let sentence = inline(&accepted.change.sentence());
        format!("- {sentence} (`{}`): {}\n", accepted.change.kind.id, inline(accepted.reason))
    });
    if !report.accepted.is_empty() {
        // A comment that has no room for changes is of no use.
        let shown: String = lines.by_ref().take(ACCEPTED).collect();
        let left = report.accepted.len().saturating_sub(ACCEPTED);
        let more = if left > 0 { format!("- and {left} more\n") } else { String::new() };
        text += &format!("\n### Accepted\n\n{shown}{more}");
    }
    if let Some(opinion) = report.opinion {
        text += &format!("\n{}\n", inline(&opinion.to_string()));
    }
    if let Some(release) = report.release {
        text += &format!("\nVersion: {}.\n", inline(&release.to_string()));
    }
    text
}

/// How many accepted changes are shown.
const ACCEPTED: usize = 20;

/// The longest text of a document that is shown in one cell, in characters.
const CELL: usize = 500;

/// Returns a text as a part of a line in which it changes nothing else.
fn inline(text: &str) -> String {
    let text = text.replace(['\r', '\n'], " ").replace('|', "\\|").replace('<', "&lt;");
    match text.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}
