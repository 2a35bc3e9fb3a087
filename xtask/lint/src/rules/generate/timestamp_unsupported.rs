//! A time that the client cannot convert.

use crate::prelude::*;
use mapping::extensions::{TIMESTAMP, TIMESTAMP_UNITS};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "timestamp-unsupported",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "`x-timestamp` names an unknown unit, or is on a value that is not an integer or not \
                  a property.",
        rationale: "The client has a method for each property with `x-timestamp`, which converts the \
                    integer to a `SystemTime`.",
        help: "write `milliseconds` or `seconds`, on a property with `type: integer` or on a named \
               schema to which properties refer",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      parameters:
        - name: since
          in: query
          schema: {type: integer, x-timestamp: seconds} # <-
      responses:
        '200':
          description: An a.
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
components:
  schemas:
    A:
      type: object
      properties:
        a: {type: integer, x-timestamp: microseconds} # <-
        b: {type: string, x-timestamp: milliseconds} # <-
        c: {type: array, items: {type: integer, x-timestamp: seconds}} # <-
        d: {type: integer, x-timestamp: true} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
components:
  schemas:
    Time: {type: integer, format: int64, x-timestamp: milliseconds}
    A:
      type: object
      properties:
        a: {type: integer, x-timestamp: seconds}
        b: {$ref: '#/components/schemas/Time'}
        c: {allOf: [{$ref: '#/components/schemas/Time'}]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(unit) = schema.get(TIMESTAMP) else { return };
    let parts = composition::parts(index, schema);
    let kind = parts.into_iter().find_map(|part| part.get("type")).and_then(Node::as_str);
    if !unit.as_str().is_some_and(|unit| TIMESTAMP_UNITS.contains(&unit)) {
        diagnostics
            .at(unit, format!("`{TIMESTAMP}` is not one of: {}", TIMESTAMP_UNITS.join(", ")));
    } else if kind != Some("integer") {
        diagnostics.at_key(unit, format!("`{TIMESTAMP}` is on a value that is not an integer"));
    } else if !is_named(schema) {
        diagnostics.at_key(unit, format!("`{TIMESTAMP}` is on a value that is not a property"));
    }
}

/// Returns whether a schema is that of a property, or one to which properties refer.
fn is_named(schema: Node) -> bool {
    let pointer = schema.pointer();
    let mut steps = pointer.rsplit('/').skip(1);
    matches!(
        (steps.next(), steps.next()),
        (Some("properties"), _) | (Some("schemas"), Some("components"))
    )
}
