//! A repeated key.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-repeated",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An object contains the same key twice.",
        rationale: "Some parsers keep the first value and others the last; the other value is lost \
                    without a warning.",
        help: "remove one of the two members",
    },
    stops_generation: true,
    failing: &["
info:
  title: A
  version: '1'
  title: B # <-
"],
    passing: &["
info: {title: A, version: '1'}
"],
    check: Check::Parser(ParseDiagnosticKind::RepeatedKey),
};
