//! Changes as text: for people, for programs, for a pull request.

use diff::{Change, Impact, Level, Location};
use report::{github_message as escape, github_property as property};
use serde_json::{Value, json};
use spec::Node;

use super::release::Release;

/// For people.
pub fn pretty(changes: &[Change], release: &Release) -> String {
    let mut text = String::new();
    for change in changes {
        let Impact { requests, responses, source } = change.impact;
        text += &format!(
            "{}: {} [{}]\n  at {}, was {}\n  in {}\n  requests {}, responses {}, source {}\n  {}\n\n",
            change.impact.worst().label(),
            printable(&change.full_message()),
            change.kind.id,
            position(change.head),
            position(change.base),
            printable(&origin(change)),
            requests.label(),
            responses.label(),
            source.label(),
            change.kind.rationale,
        );
    }
    text + &summary(changes, release) + "\n"
}

/// For programs.
pub fn json(changes: &[Change], release: &Release) -> Value {
    let changes = changes.iter().map(|change| {
        json!({
            "id": change.kind.id,
            "level": change.impact.worst().name(),
            "requests": change.impact.requests.name(),
            "responses": change.impact.responses.name(),
            "source": change.impact.source.name(),
            "message": change.full_message(),
            "was": change.was,
            "is": change.is,
            "rationale": change.kind.rationale,
            "operations": change.operations,
            "more_operations": change.more_operations,
            "directions": change.directions.iter().map(|one| one.name()).collect::<Vec<_>>(),
            "base": location_json(change.base),
            "head": location_json(change.head),
        })
    });
    json!({ "changes": changes.collect::<Vec<_>>(), "release": release.json() })
}

fn location_json(location: Location) -> Value {
    let start = start(location.node);
    let position = location.node.document().position(start);
    json!({
        "path": location.node.document().source().name(),
        "line": position.line,
        "column": position.column,
        "pointer": location.node.pointer(),
        "present": location.present,
    })
}

/// For a workflow run: one command a line, which becomes an annotation of the new document's line.
pub fn github(changes: &[Change], release: &Release) -> String {
    let mut text = String::new();
    for change in changes {
        let command = match change.impact.worst() {
            Level::Breaking => "error",
            Level::Risky => "warning",
            Level::Compatible | Level::None => "notice",
        };
        let document = change.head.node.document();
        let position = document.position(start(change.head.node));
        text += &format!(
            "::{command} file={},line={},col={},title={}::{}\n",
            property(document.source().name()),
            position.line,
            position.column,
            change.kind.id,
            escape(&format!(
                "{} ({}). {}",
                change.full_message(),
                origin(change),
                change.kind.rationale
            )),
        );
    }
    text + &format!("::notice title=version::{}\n", escape(&release.to_string()))
}

/// For a pull request: a table.
pub fn markdown(changes: &[Change], release: &Release) -> String {
    let cell =
        |text: &str| text.replace('|', "\\|").replace(['\r', '\n'], " ").replace('<', "&lt;");
    let mut text = format!("{}\n\n", counts(changes));
    if !changes.is_empty() {
        text +=
            "| change | in | line | requests | responses | source |\n| - | - | - | - | - | - |\n";
    }
    for change in changes {
        let document = change.head.node.document();
        let bold = |level: Level| match level {
            Level::Breaking => "**breaking**",
            Level::None => "",
            level => level.label(),
        };
        text += &format!(
            "| {} (`{}`) | {} | {} | {} | {} | {} |\n",
            cell(&change.full_message()),
            change.kind.id,
            cell(&origin(change)),
            document.position(start(change.head.node)).line,
            bold(change.impact.requests),
            bold(change.impact.responses),
            bold(change.impact.source),
        );
    }
    text + &format!("\nVersion: {}.\n", cell(&release.to_string()))
}

/// How many changes there are, and which version they ask for.
pub fn summary(changes: &[Change], release: &Release) -> String {
    format!("{}\n{release}", counts(changes))
}

/// How many changes there are of each level.
fn counts(changes: &[Change]) -> String {
    let levels = Level::ALL.into_iter().rev().filter_map(|level| {
        let count = changes.iter().filter(|change| change.impact.worst() == level).count();
        (count > 0).then(|| format!("{count} {}", level.label()))
    });
    match changes.len() {
        0 => "0 changes".to_owned(),
        1 => format!("1 change: {}", levels.collect::<Vec<_>>().join(", ")),
        count => format!("{count} changes: {}", levels.collect::<Vec<_>>().join(", ")),
    }
}

/// The operations and directions of a change, and its pointer.
fn origin(change: &Change) -> String {
    const NAMED: usize = 3;
    let mut text = String::new();
    let directions: Vec<_> = change.directions.iter().map(|one| one.name()).collect();
    if !directions.is_empty() && !change.operations.is_empty() {
        text += &format!("{} of ", directions.join(" and "));
    }
    let named = change.operations.iter().take(NAMED).map(String::as_str);
    text += &named.collect::<Vec<_>>().join(", ");
    let others = change.operations.len().saturating_sub(NAMED);
    if others > 0 {
        text += &format!(" and {others}{} more", if change.more_operations { " or" } else { "" });
    }
    let node = if change.head.present { change.head.node } else { change.base.node };
    if !text.is_empty() {
        text += ": ";
    }
    text + &node.pointer()
}

fn position(location: Location) -> String {
    let document = location.node.document();
    format!("{}:{}", document.source().name(), document.position(start(location.node)))
}

/// Where a value starts for readers: at its key.
fn start(node: Node) -> u32 {
    node.key_span().unwrap_or(node.span()).start
}

/// A text that cannot move the cursor.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| if character.is_control() { '\u{fffd}' } else { character })
        .collect()
}
