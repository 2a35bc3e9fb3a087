//! A property that is never sent.

use super::*;

pub static RULE: Rule = Rule {
    id: "schema-direction-contradictory",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A schema is both `readOnly` and `writeOnly`.",
    why: "The specification forbids it: the property would be in no request and in no \
          answer.",
    instead: "keep one of them",
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

fn check(schema: Node, _: &Outline, findings: &mut Findings) {
    let is = |field: &str| schema.get(field).filter(|value| value.as_bool() == Some(true));
    if let (Some(_), Some(write_only)) = (is("readOnly"), is("writeOnly")) {
        findings.at_key(write_only, "both `readOnly` and `writeOnly`");
    }
}
