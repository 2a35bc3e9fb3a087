//! A number in the text that the schema contradicts.

use super::*;

pub static RULE: Rule = Rule {
    id: "prose-contradiction",
    group: Group::Style,
    severity: Severity::Warning,
    what: "A description names a bound, as \"at most 64 characters\", and the schema has \
          another.",
    why: "One of the two is wrong, and readers believe the text.",
    instead: "correct the one that is wrong",
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
"],
    check: Check::Each(&[Kind::Schema], check),
};

/// How a text names a bound, and the keywords that may hold it.
const BOUNDS: &[(&str, &[&str])] = &[
    ("at most ", &["maxLength", "maxItems", "maximum"]),
    ("up to ", &["maxLength", "maxItems", "maximum"]),
    ("no more than ", &["maxLength", "maxItems", "maximum"]),
    ("a maximum of ", &["maxLength", "maxItems", "maximum"]),
    ("at least ", &["minLength", "minItems", "minimum"]),
    ("a minimum of ", &["minLength", "minItems", "minimum"]),
];

fn check(schema: Node, _: &Outline, findings: &mut Findings) {
    let Some(node) = schema.get("description") else { return };
    let text = node.as_str().unwrap_or_default().to_ascii_lowercase();
    for (phrase, keywords) in BOUNDS {
        let Some((_, rest)) = text.split_once(phrase) else { continue };
        let (number, unit) =
            rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        // Other units may count something else.
        let counts = [" character", " item", " entries", ".", ""]
            .iter()
            .any(|known| if known.is_empty() { unit.is_empty() } else { unit.starts_with(known) });
        let Some(said) = number.parse::<f64>().ok().filter(|_| counts) else { continue };
        let bound =
            keywords.iter().find_map(|keyword| Some((keyword, schema.get(keyword)?.as_f64()?)));
        if let Some((keyword, bound)) = bound.filter(|(_, bound)| *bound != said) {
            return findings.at(node, format!("the text says {said}, but `{keyword}` is {bound}"));
        }
    }
}
