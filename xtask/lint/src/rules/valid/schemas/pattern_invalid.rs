//! A pattern that is no regular expression.

use crate::prelude::*;
use crate::rules::values::value_unchecked;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "pattern-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `pattern` is no regular expression of ECMA-262, the dialect that the \
                  specification names.",
        rationale: "It checks nothing, and tools that compile it stop.",
        help: "correct it; flags and named classes of other dialects are not allowed",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string, pattern: '[a-z'} # <-
    B: {type: string, pattern: '(?i)a'} # <-
"],
    passing: &[r#"
components:
  schemas:
    A: {type: string, pattern: '^(?!a)\w+-[0-9]{3}$'}
    B: {properties: {pattern: {type: string}}}
"#],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = schema.get("pattern") else { return };
    let Some(pattern) = node.as_str() else { return };
    if Pattern::new(pattern).is_err() {
        let violation = Violation::new(node, "the pattern was not checked: it is too long");
        return value_unchecked::report(vec![violation], diagnostics);
    }
    // With the flag `u` some of what the fifth edition allows is refused, without it the rest.
    let compiles = |flags: &str| regress::Regex::with_flags(pattern, flags).map(|_| ());
    if let (Err(error), Err(_)) = (compiles(""), compiles("u")) {
        diagnostics.at(node, format!("the pattern does not compile: {error}"));
    }
}
