//! `value` and `externalValue` in one example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-value-doubled",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An example has both `value` and `externalValue`.",
        rationale: "The two fields are mutually exclusive, so each tool shows its readers another \
                    value.",
        help: "remove `value` or `externalValue`",
    },
    stops_generation: false,
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

fn check(example: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if let (Some(_), Some(external)) = (example.get("value"), example.get("externalValue")) {
        diagnostics.at_key(external, "`externalValue` and `value` are mutually exclusive");
    }
}
