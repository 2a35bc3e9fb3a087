//! The key that merges in old YAML.

use super::*;

pub static RULE: Rule = Rule {
    id: "key-merge",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A key is `<<`.",
    why: "YAML 1.2 has no merging, so to one tool it is a key as any other and to another it \
          adds what is not written here.",
    instead: "write the members out, or use `allOf`",
    failing: &["
x-a: &a {b: 1}
x-b:
  <<: *a # <-
"],
    passing: &["
x-a: {b: 1}
"],
    check: Check::Reader(ProblemKind::MergeKey),
};
