//! A listed value that its schema does not allow.

use super::value_unchecked;
use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "enum-value-invalid",
        group: Group::Values,
        severity: Severity::Error,
        summary: "A value of an `enum` does not match the `type` or another keyword of the same \
                  schema.",
        rationale: "Clients can never send the value. Usually, the quotes are missing in YAML.",
        help: "put the value in quotes, or correct the `type`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: string
      enum:
        - a
        - 1 # <-
        - true # <-
        - null # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, nullable: true, enum: [no, '1', null]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut validator = Validator::new(index, None);
    for schema in index.all(Kind::Schema) {
        for value in schema.get("enum").into_iter().flat_map(Node::items) {
            for violation in validator.violations_of_entry(schema, value) {
                violation.report(diagnostics);
            }
        }
    }
    value_unchecked::report(validator.unchecked(), diagnostics);
}
