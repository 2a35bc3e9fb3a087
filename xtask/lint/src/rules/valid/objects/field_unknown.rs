//! A field that its object does not have.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An object has a field that OpenAPI 3.0.3 does not know there, and that does not \
                  start with `x-`.",
        rationale: "Tools ignore it, so what it says has no effect; mostly it is misspelt, in the \
                    wrong place, or of another version.",
        help: "correct the name, move it to where it belongs, or start it with `x-`",
    },
    stops_generation: false,
    failing: &["
info: {title: A, version: '1'}
servers:
  - $ref: '#/x-servers/a' # <-
paths:
  /a:
    GET: {responses: {default: {description: An a.}}} # <-
components:
  schemas:
    A:
      const: a # <-
      propertys: {} # <-
    B:
      properties:
        b: {type: string, x-free: 1, readonly: true} # <-
"],
    passing: &["
info: {title: A, version: '1', x-audience: internal}
components:
  schemas:
    A: {type: object, properties: {const: {type: string}}, x-anything: {const: a}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (entry, object) in &index.unknown_fields {
        let message =
            format!("{} has no `{}`{}", object.title(), entry.key, suggestion(entry.key, object));
        diagnostics.at_key(entry.value, message);
    }
}

fn suggestion(key: &str, object: &Object) -> String {
    const LATER: &[&str] = &[
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$dynamicRef",
        "$id",
        "$schema",
        "const",
        "contains",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "examples",
        "if",
        "jsonSchemaDialect",
        "maxContains",
        "minContains",
        "pathItems",
        "patternProperties",
        "prefixItems",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
        "webhooks",
    ];
    const EARLIER: &[&str] = &[
        "basePath",
        "collectionFormat",
        "consumes",
        "definitions",
        "host",
        "produces",
        "schemes",
        "securityDefinitions",
    ];
    let fields = object.fields.iter().map(|field| field.name);
    if key == "$ref" {
        ", for a reference is not allowed in its place".into()
    } else if let Some(near) = words::nearest(key, fields) {
        format!("; is it `{near}`?")
    } else if key.starts_with("x-") {
        ", for extensions are not allowed in it".into()
    } else if LATER.contains(&key) {
        ", which came with OpenAPI 3.1".into()
    } else if EARLIER.contains(&key) {
        ", which is of Swagger 2.0".into()
    } else {
        String::new()
    }
}
