//! A key that is there twice.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-repeated",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An object has a key twice.",
        rationale: "Some tools take the first, some the last; what the other says is lost without \
                    a word.",
        help: "keep one of them",
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
