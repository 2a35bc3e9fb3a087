//! The merge key of YAML 1.1.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-merge",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A key is `<<`.",
        rationale: "OpenAPI recommends YAML 1.2, which has no merge keys: most parsers merge the \
                    members of the alias, as this one does, and others read `<<` as an ordinary \
                    key.",
        help: "write the members out, or use `allOf`",
    },
    stops_generation: false,
    failing: &[
        "
x-a: &a {b: 1}
x-b:
  <<: *a # <-
",
        "
x-found: &found {description: An a.}
x-typed: &typed {content: {}}
paths:
  /a:
    get:
      responses:
        '200':
          <<: *found # <-
        default:
          <<: [*typed, *found] # <-
          description: No a.
",
    ],
    passing: &["
x-a: {b: 1}
x-b: {'<<': 1}
"],
    check: Check::Parser(ParseDiagnosticKind::MergeKey),
};
