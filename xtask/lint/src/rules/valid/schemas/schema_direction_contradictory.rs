//! A property that is never sent.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-direction-contradictory",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A schema is both `readOnly` and `writeOnly`.",
        rationale: "The specification does not allow it: clients and servers could never send the \
                    property.",
        help: "remove `readOnly` or `writeOnly`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      properties:
        a: {type: string, readOnly: true, writeOnly: true} # <-
"],
    passing: &["
components:
  schemas:
    A: {properties: {a: {type: string, readOnly: true, writeOnly: false}}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let is = |field: &str| schema.get(field).filter(|value| value.as_bool() == Some(true));
    if let (Some(_), Some(write_only)) = (is("readOnly"), is("writeOnly")) {
        diagnostics.at_key(write_only, "`readOnly` and `writeOnly` are mutually exclusive");
    }
}
