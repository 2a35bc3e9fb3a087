//! A default that its schema does not allow.

use super::value_unchecked;
use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "default-invalid",
        group: Group::Values,
        severity: Severity::Error,
        summary: "A `default` does not match its schema.",
        rationale: "The generated client would not compile, or would send a value that the service \
                    rejects.",
        help: "correct the `default` or the schema",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: integer, default: '1'} # <-
    B: {type: string, enum: [a, b], default: c} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: integer, default: 1}
    B: {type: object, properties: {default: {type: integer}}}
    C: {type: string, nullable: true, default: null}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut validator = Validator::new(index, None);
    for schema in index.all(Kind::Schema) {
        let Some(default) = schema.get("default") else { continue };
        for violation in validator.violations(schema, default) {
            violation.report(diagnostics);
        }
    }
    value_unchecked::report(validator.unchecked(), diagnostics);
}
