//! A field whose value is outside of what is allowed.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-value-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The value of a field is of the right type, but not one of the values that the \
                  specification allows.",
        rationale: "No tool knows what is meant.",
        help: "write one of the allowed values",
    },
    stops_generation: true,
    failing: &["
components:
  parameters:
    A: {name: a, in: body, schema: {}} # <-
  schemas:
    A: {type: file} # <-
    B: {maxLength: -1} # <-
    C: {multipleOf: 0} # <-
    D: {required: []} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, schema: {maxLength: 0}}
  schemas:
    A: {type: string, enum: [a]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (node, holds) in &index.type_mismatches {
        let key = node.key().unwrap_or("this");
        let message = match (holds, node.kind()) {
            (Type::OneOf(_), Json::String) => {
                let text = node.as_str().unwrap_or_default();
                format!("`{key}` is `{text}`, not {}", holds.words())
            }
            (Type::Count | Type::Positive, Json::Number) => {
                let text = node.number_text().unwrap_or_default();
                format!("`{key}` is {text}, not {}", holds.words())
            }
            (Type::Several(_), Json::Array) => format!("`{key}` is empty"),
            _ => continue,
        };
        match versions::value(index, *node, *holds) {
            Some((why, help)) => diagnostics.with_help(help).at(*node, message + &why),
            None => diagnostics.at(*node, message),
        }
    }
}
