//! A field whose value is outside of what is allowed.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-value-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The value of a field is not one of the values that the specification allows.",
        rationale: "Strict tools reject the document, and others ignore the field.",
        help: "write one of the allowed values",
    },
    stops_generation: true,
    failing: &[
        "
components:
  parameters:
    A: {name: a, in: body, schema: {}} # <-
  schemas:
    A: {type: file} # <-
    B: {maxLength: -1} # <-
    C: {multipleOf: 0} # <-
    D: {required: []} # <-
    E: {type: int, minimum: 1} # <-
    G: {maxLength: 1.5} # <-
    F: {type: list, xml: {wrapped: true}} # <-
  securitySchemes:
    A: {type: bearer} # <-
",
        "
paths:
  /a/{b}:
    get:
      parameters: [{name: b, in: Path, required: true, schema: {type: string}}] # <-
      responses: {default: {description: An a.}}
",
    ],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, schema: {maxLength: 0}}
  schemas:
    A: {type: string, enum: [a]}
    B: {type: number, multipleOf: 1.0e-400}
    C: {maxLength: 1e400, minLength: 3.0}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (node, holds) in &index.type_mismatches {
        let key = node.key().unwrap_or("this");
        let version = versions::value(index, *node, *holds);
        match (*holds, node.kind()) {
            (Type::OneOf(values), Json::String) => {
                let text = node.as_str().unwrap_or_default();
                let choice = value_advice::choice(key, text, values);
                let text = words::cut(text);
                let other = || format!("expected {} for `{key}`, found `{text}`", holds.words());
                // A value of another version is not misspelt.
                let (message, help) = match (version, choice.suggestion) {
                    (Some((why, help)), _) => (other() + &why, help),
                    (None, Some(near)) => {
                        let unknown = format!("unknown value `{text}` for `{key}`");
                        (format!("{unknown}; did you mean `{near}`?"), choice.help)
                    }
                    (None, None) => (other(), choice.help),
                };
                diagnostics.with_help(help).at(*node, message);
            }
            (Type::Count | Type::Positive, Json::Number) => {
                let text = node.number_text().unwrap_or_default();
                let message = format!("expected {} for `{key}`, found {text}", holds.words());
                diagnostics.with_help(value_advice::out_of_range(key, *holds)).at(*node, message);
            }
            (Type::Several(_), Json::Array) => {
                diagnostics.with_help(value_advice::out_of_range(key, *holds)).at(
                    *node,
                    format!("expected at least one item in `{key}`, found an empty array"),
                );
            }
            _ => {}
        }
    }
}
