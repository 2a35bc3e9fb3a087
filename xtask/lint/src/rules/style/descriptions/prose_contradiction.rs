//! A number in a description that contradicts the schema.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "prose-contradiction",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A description states a bound such as \"at most 64 characters\", and the schema \
                  has another.",
        rationale: "Readers rely on the description and tools on the schema, so one of them uses a \
                    wrong bound.",
        help: "correct the description or the schema",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: string
      maxLength: 32
      description: A name of at most 64 characters. # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, maxLength: 64, description: A name of at most 64 characters.}
    B: {type: string, description: A name of up to 64 characters.}
    C: {type: array, items: {type: string}, maxItems: 10, description: Names of at most 64 characters.}
    D: {type: number, maximum: 1.5, description: A share of at most 1.5.}
"],
    check: Check::Each(&[Kind::Schema], check),
};

/// How a text names a bound, and whether it is the upper one.
const PHRASES: [(&str, bool); 6] = [
    ("at most ", true),
    ("up to ", true),
    ("no more than ", true),
    ("a maximum of ", true),
    ("at least ", false),
    ("a minimum of ", false),
];

/// What is counted, and the keywords for the least and the most of it.
const UNITS: [(&str, [&str; 2]); 4] = [
    (" character", ["minLength", "maxLength"]),
    (" item", ["minItems", "maxItems"]),
    (" entries", ["minItems", "maxItems"]),
    ("", ["minimum", "maximum"]),
];

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = schema.get("description") else { return };
    let text = node.as_str().unwrap_or_default();
    // Most descriptions name no bound.
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return;
    }
    let text = text.to_ascii_lowercase();
    for (phrase, is_upper) in PHRASES {
        let Some((_, rest)) = text.split_once(phrase) else { continue };
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, unit) = rest.split_at(end);
        let Ok(said) = number.trim_end_matches('.').parse::<f64>() else { continue };
        // Other units may count something else.
        let of_unit = |known: &str| {
            if known.is_empty() {
                unit.trim().is_empty() || number.ends_with('.')
            } else {
                unit.starts_with(known)
            }
        };
        let Some((_, keywords)) = UNITS.iter().find(|(known, _)| of_unit(known)) else { continue };
        let keyword = keywords[usize::from(is_upper)];
        let bound = schema.get(keyword).and_then(Node::as_f64);
        if let Some(bound) = bound.filter(|bound| *bound != said) {
            return diagnostics
                .at(node, format!("the description says {said}, but `{keyword}` is {bound}"));
        }
    }
}
