//! A value that is not compared with all of its schema.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "value-unchecked",
        group: Group::Values,
        severity: Severity::Warning,
        summary: "A value was not compared with its whole schema, because the comparison exceeds a \
                  limit of lint.",
        rationale: "Reviewers do not know whether the value is valid. A service or client that \
                    evaluates such a pattern on a hostile value may hang.",
        help: "rewrite the pattern without references to groups and without adjacent repetitions \
               of the same characters, or shorten the chain of schemas",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: string
      pattern: ^(a*)*(a*)*(a*)*\\1\\2\\3b
      example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # <-
"],
    passing: &["
components:
  schemas:
    A:
      type: string
      pattern: ^(a+)+(a|aa){30}$
      example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
"],
    check: Check::PostProcess,
};

/// Reports what another rule could not check. Not filtered, so that no value passes unseen.
pub fn report(unchecked: Vec<Violation>, diagnostics: &mut Diagnostics) {
    let mut diagnostics = diagnostics.of_rule(&RULE);
    for violation in unchecked {
        violation.report(&mut diagnostics);
    }
}
