//! A reference to an object of another kind.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-target-mismatch",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `$ref` refers to an object of another kind than its position requires.",
        rationale: "Tools expect other fields than the target has, and misread the document or \
                    reject it.",
        help: "refer to an object of the expected kind in its section of `components`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      parameters:
        - $ref: '#/components/schemas/A' # <-
      responses:
        default: {$ref: '#/components/parameters/A'} # <-
components:
  parameters:
    A: {name: a, in: query, schema: {$ref: '#/components/schemas/A'}}
  schemas:
    A: {type: string}
"],
    passing: &["
paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/A'}]
      responses:
        default: {description: An a.}
components:
  parameters:
    A: {name: a, in: query, schema: {$ref: '#/components/schemas/A'}}
  schemas:
    A: {$ref: '#/components/schemas/B/properties/a'}
    B: {properties: {a: {type: string}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for reference in &index.references {
        let Ok(target) = reference.target else { continue };
        let Some(node) = reference.node.get("$ref") else { continue };
        match index.kind(target) {
            Some(kind) if kind != reference.expects => {
                let message = format!(
                    "expected a reference to {}, found {}",
                    Object::name(reference.expects),
                    Object::name(kind)
                );
                diagnostics.with_help(ref_suggestion::help(reference, None)).at(node, message);
            }
            _ => {}
        }
    }
}
