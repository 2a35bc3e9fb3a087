//! Fields that are not in the conventional order.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-order",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The fields of the document, of an operation or of a parameter are not in the \
                  conventional order.",
        rationale: "A consistent key order makes documents easier to read and to compare.",
        help: "order the document as openapi, info, servers, security, tags, paths, components; an \
               operation as operationId, summary, description, externalDocs, tags, parameters, \
               requestBody, responses; a parameter as name, in, description, required, schema",
    },
    stops_generation: false,
    failing: &["
openapi: 3.0.3
info: {title: A, version: '1'}
components: {}
paths: {} # <-
"],
    passing: &["
openapi: 3.0.3
info: {title: A, version: '1'}
servers: []
paths:
  /a:
    get:
      operationId: ShowA
      parameters: []
      x-free: 1
      responses: {default: {description: An a.}}
components: {}
"],
    check: Check::Each(&[Kind::OpenApi, Kind::Operation, Kind::Parameter], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let order: &[&str] = match index.kind(node) {
        Some(Kind::OpenApi) => {
            &["openapi", "info", "servers", "security", "tags", "paths", "components"]
        }
        Some(Kind::Operation) => &[
            "operationId",
            "summary",
            "description",
            "externalDocs",
            "tags",
            "parameters",
            "requestBody",
            "responses",
        ],
        _ => &["name", "in", "description", "required", "schema"],
    };
    let mut last = (0, "");
    for entry in node.entries() {
        let Some(place) = order.iter().position(|field| *field == entry.key) else { continue };
        if place < last.0 {
            let (field, next) = (entry.key, last.1);
            return diagnostics
                .with_help(format!("move `{field}` before `{next}`"))
                .at_key(entry.value, format!("`{field}` should be before `{next}`"));
        }
        last = (place, entry.key);
    }
}
