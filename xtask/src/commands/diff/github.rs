//! The report as commands of a GitHub workflow run, each of which becomes an annotation.

use diff::Level;
use report::{github_message as escape, github_property as property};

use super::report::{Report, impacts, start};

/// Returns a command for each change, at its line in the new document.
pub fn github(report: &Report) -> String {
    let mut text = String::new();
    for change in report.changes {
        let command = match change.impact.worst() {
            Level::Breaking => "error",
            Level::Risky => "warning",
            Level::Compatible | Level::None => "notice",
        };
        let document = change.head.node.document();
        let position = document.position(start(change.head.node));
        let mut message = format!("{} ({})", change.sentence(), impacts(change.impact));
        if let [only] = change.operations.as_slice() {
            message += &format!(" in {}", only.call);
        }
        for reason in change.kind.reasons(change.impact) {
            message += &format!("\n{reason}");
        }
        text += &format!(
            "::{command} file={},line={},col={},title={}::{}\n",
            property(document.source().name()),
            position.line,
            position.column,
            change.kind.id,
            escape(&message),
        );
    }
    if let Some(opinion) = report.opinion {
        text += &format!("::notice title=second opinion::{}\n", escape(&opinion.to_string()));
    }
    if let Some(release) = report.release {
        text += &format!("::notice title=version::{}\n", escape(&release.to_string()));
    }
    text
}
