//! A keyword for another type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "keyword-inapplicable",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema has a keyword that does not apply to its type, or `exclusiveMinimum` or \
                  `exclusiveMaximum` without the bound.",
        rationale: "Clients and servers ignore the keyword, so it restricts nothing.",
        help: "correct the type or the keyword, such as `minimum` for a number and `minLength` for \
               a string",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: integer, maxLength: 3} # <-
    B: {type: string, minimum: 3} # <-
    C: {type: array, items: {}, properties: {}} # <-
    D: {type: integer, exclusiveMinimum: true} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: integer, maximum: 3, exclusiveMaximum: true}
    B: {maxLength: 3, minimum: 3}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let lone = [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")];
    for (keyword, bound) in lone {
        if let Some(node) = schema.get(keyword).filter(|node| node.as_bool() == Some(true))
            && schema.get(bound).is_none()
        {
            diagnostics.at_key(node, format!("`{keyword}` without `{bound}` has no effect"));
        }
    }
    let Some(kind) = index.choice(schema, "type") else { return };
    for entry in schema.entries() {
        let applies: &[&str] = match entry.key {
            "multipleOf" | "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                &["integer", "number"]
            }
            "minLength" | "maxLength" | "pattern" => &["string"],
            "items" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
            "properties"
            | "required"
            | "additionalProperties"
            | "minProperties"
            | "maxProperties" => &["object"],
            _ => continue,
        };
        // `required: true` has an error of its own.
        let is_misread = entry.key == "required" && !entry.value.is_array();
        if !applies.contains(&kind) && !is_misread {
            diagnostics
                .at_key(entry.value, format!("`{}` has no effect on type `{kind}`", entry.key));
        }
    }
}
