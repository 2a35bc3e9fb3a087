//! `value` and `externalValue` in one example.

use super::*;

pub static RULE: Rule = Rule {
    id: "example-value-doubled",
    group: Group::Valid,
    severity: Severity::Error,
    what: "An example has both `value` and `externalValue`.",
    why: "The specification says that they exclude each other.",
    instead: "keep one of them",
    failing: &["
components:
  examples:
    A:
      value: a
      externalValue: https://example.com/a # <-
"],
    passing: &["
components:
  examples:
    A: {value: a}
"],
    check: Check::Each(&[Kind::Example], check),
};

fn check(example: Node, _: &Outline, findings: &mut Findings) {
    if let (Some(_), Some(external)) = (example.get("value"), example.get("externalValue")) {
        findings.at_key(external, "`externalValue` beside `value`");
    }
}
