//! A pattern that is not a valid regular expression.

use crate::prelude::*;
use crate::rules::values::value_unchecked;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "pattern-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `pattern` is not a valid regular expression of ECMA-262, the dialect of the \
                  specification.",
        rationale: "Tools that compile the pattern fail, and others do not check the value.",
        help: "correct the pattern; ECMA-262 has no inline flags and no named classes",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string, pattern: '[a-z'} # <-
    B: {type: string, pattern: '(?i)a'} # <-
    C: {type: string, pattern: 'a**'} # <-
    D: {type: string, pattern: 'a{3,1}'} # <-
    E: {type: string, pattern: '[z-a]'} # <-
    F: {type: string, pattern: '(?P<year>[0-9]{4})'} # <-
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
    match Pattern::fault(pattern) {
        Err(_) => {
            let violation = Violation::new(node, "the pattern was not checked: it is too long");
            value_unchecked::report(vec![violation], diagnostics);
        }
        Ok(None) => {}
        Ok(Some(fault)) => {
            let message = format!(
                "the pattern is not a regular expression of ECMA-262: `{}` at character {} {}",
                words::cut(&fault.part),
                fault.at + 1,
                fault.message
            );
            let span = text_edits::part_of_text(node, fault.at, &fault.part);
            diagnostics.with_help(fault.help).span(node, span, message);
        }
    }
}
