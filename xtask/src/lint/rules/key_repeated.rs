//! A key that is there twice.

use super::*;

pub static RULE: Rule = Rule {
    id: "key-repeated",
    group: Group::Valid,
    severity: Severity::Error,
    what: "An object has a key twice.",
    why: "Some tools take the first, some the last; what the other says is lost without a \
          word.",
    instead: "keep one of them",
    failing: &["
info:
  title: A
  version: '1'
  title: B # <-
"],
    passing: &["
info: {title: A, version: '1'}
"],
    check: Check::Reader(ProblemKind::RepeatedKey),
};
