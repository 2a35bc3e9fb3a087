//! A field whose value is of the wrong type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-type-mismatch",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The value of a field has another type than the specification requires.",
        rationale: "Strict tools reject the document, and others guess the value.",
        help: "write a value of the expected type; put text that YAML reads as a number or a date \
               in quotes",
    },
    stops_generation: true,
    failing: &["
info:
  title: A
  version: 1.0 # <-
paths:
  /a:
    get:
      deprecated: 'true' # <-
      responses: {default: {description: }} # <-
  /b: {$ref: 1} # <-
components:
  schemas:
    A: {type: [string, 'null']} # <-
    B: {type: array, items: [{type: string}]} # <-
    C: # <-
      - type: string
"],
    passing: &["
info: {title: A, version: '1.0'}
components:
  schemas: {A: {additionalProperties: true}, B: {additionalProperties: {}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (node, holds) in &index.type_mismatches {
        let is = node.kind();
        let right = match holds {
            Type::Count | Type::Positive => is == Json::Number,
            Type::OneOf(_) => is == Json::String,
            Type::Several(_) => is == Json::Array,
            _ => false,
        };
        if right || node.key() == Some("openapi") && is == Json::Number {
            continue;
        }
        let subject = match node.key() {
            Some(key) => format!("`{key}`"),
            None => "this item".into(),
        };
        let advice = versions::value(index, *node, *holds);
        let advice = advice.or_else(|| slips::explain(*node, *holds));
        let (why, help) =
            advice.unwrap_or_else(|| (String::new(), value_advice::of_another_type(*node, *holds)));
        let message =
            format!("expected {} for {subject}, found {}{why}", holds.words(), found(*node));
        let mut diagnostics = diagnostics.with_help(help);
        // A list or an object is wrong as a whole, so what names it is pointed at.
        match is {
            Json::Array | Json::Object => diagnostics.at_key(*node, message),
            _ => diagnostics.at(*node, message),
        }
    }
}

fn found(node: Node) -> &'static str {
    let is_written = node.span().start < node.span().end;
    if node.kind() == Json::Null && is_written { "null" } else { words::kind(node.kind()) }
}
