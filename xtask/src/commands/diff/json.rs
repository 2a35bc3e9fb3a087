//! The report as JSON for programs.

use diff::{Change, Location};
use serde_json::{Value, json};

use super::report::{Report, start};

/// Returns the report as a JSON object.
pub fn json(report: &Report) -> Value {
    let accepted = report.accepted.iter().map(|accepted| {
        let mut value = of_change(accepted.change);
        value["reason"] = json!(accepted.reason);
        value
    });
    json!({
        "base": report.base,
        "head": report.head,
        "changes": report.changes.iter().map(|change| of_change(change)).collect::<Vec<_>>(),
        "accepted": accepted.collect::<Vec<_>>(),
        "second_opinion": report.opinion.map(|opinion| opinion.json()),
        "release": report.release.map(|release| release.json()),
    })
}

fn of_change(change: &Change) -> Value {
    let operations = || change.operations.iter();
    json!({
        "id": change.kind.id,
        "level": change.impact.worst().name(),
        "requests": change.impact.requests.name(),
        "responses": change.impact.responses.name(),
        "source": change.impact.source.name(),
        "message": change.sentence(),
        "was": change.was,
        "is": change.is,
        "reasons": change.kind.reasons(change.impact),
        "operations": operations().map(|operation| &operation.name).collect::<Vec<_>>(),
        "calls": operations().map(|operation| &operation.call).collect::<Vec<_>>(),
        "more_operations": change.more_operations,
        "directions": change.directions.iter().map(|one| one.name()).collect::<Vec<_>>(),
        "base": of_location(change.base),
        "head": of_location(change.head),
    })
}

fn of_location(location: Location) -> Value {
    let position = location.node.document().position(start(location.node));
    json!({
        "path": location.node.document().source().name(),
        "line": position.line,
        "column": position.column,
        "pointer": location.node.pointer(),
        "present": location.present,
    })
}
