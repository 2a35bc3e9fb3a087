//! A pattern whose parts mean something else than in the dialect of its author.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "pattern-dialect",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A part of a `pattern` belongs to another dialect of regular expressions and \
                  silently means something else in ECMA-262.",
        rationale: "Services and clients that follow the specification use ECMA-262, and reject \
                    the intended values or accept others.",
        help: "write the part in the syntax of ECMA-262",
    },
    stops_generation: false,
    failing: &[r"
components:
  schemas:
    A: {type: string, pattern: '\A[a-z]+\z'} # <-
    B: {type: string, pattern: '^\p{IsLatin}+$'} # <-
    C: {type: string, pattern: '^a{,3}$'} # <-
    D: {type: string, pattern: '^[[:alpha:]]+$'} # <-
    E: {type: string, pattern: '^[a-z&&[^aeiou]]+$'} # <-
    F: {type: string, pattern: '/^a$/'} # <-
    G: {type: string, pattern: '^\\d+$'} # <-
"],
    passing: &[r"
components:
  schemas:
    A: {type: string, pattern: '^[a-z]+$'}
    B: {type: string, pattern: '^\p{Script=Latin}+$'}
    C: {type: string, pattern: '^a{0,3}\{x\}$'}
    D: {type: string, pattern: '^[&A-Za-z[:]+$'}
    E: {type: string, pattern: '^/apps/[a-z]+/$'}
    F: {type: string, pattern: '^[A-Z]:\\\w+$'}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = schema.get("pattern") else { return };
    let Some(pattern) = node.as_str() else { return };
    for remark in Pattern::remarks(pattern) {
        let message = format!("in ECMA-262, `{}` {}", words::cut(&remark.part), remark.message);
        let span = text_edits::part_of_text(node, remark.at, &remark.part);
        diagnostics.with_help(remark.help).span(node, span, message);
    }
}
