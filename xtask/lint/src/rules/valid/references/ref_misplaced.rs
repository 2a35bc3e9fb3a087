//! A reference where none is allowed.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `$ref` replaces a value that cannot be a reference: a map, a list, a scalar, \
                  or an object such as an operation or a server.",
        rationale: "Tools ignore the `$ref`, read it as an entry of that name, or stop. None of \
                    what it refers to has an effect.",
        help: "replace the reference with the value that it refers to",
    },
    stops_generation: true,
    failing: &["
servers:
  - $ref: '#/x-servers/a' # <-
  - url: https://{region}.example.com
    variables: {$ref: '#/x-variables'} # <-
security: [{key: []}]
tags:
  $ref: tags.yaml # <-
paths:
  $ref: '#/x-paths' # <-
  /a/{id}:
    get:
      parameters: {$ref: '#/x-parameters'} # <-
      responses:
        '200':
          $ref: '#/components/responses/A'
        $ref: responses.yaml # <-
    put: {$ref: operation.yaml} # <-
components:
  responses: {$ref: '#/x-responses'} # <-
  links:
    A: {operationId: ShowB}
  schemas:
    A:
      description: {$ref: a.md} # <-
      properties:
        $ref: '#/components/schemas/B/properties' # <-
    B: {properties: {b: {type: string}}}
    C:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      oneOf: {$ref: '#/x-alternatives'} # <-
      discriminator:
        propertyName: kind
        mapping: {b: B}
  securitySchemes: {$ref: '#/x-schemes'} # <-
",
"
security: [{a: [read]}]
paths:
  /a:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {$ref: '#/x-properties'}, additionalProperties: false} # <-
            encoding: {a: {contentType: text/plain}}
            example: {a: b}
      responses: {default: {description: An a.}}
components:
  securitySchemes:
    a:
      type: oauth2
      flows: {implicit: {authorizationUrl: /login, scopes: {$ref: '#/x-scopes'}}} # <-
x-scopes: {read: To read.}
"],
    passing: &["
paths:
  /a: {$ref: '#/x-paths/a'}
components:
  schemas:
    A:
      type: object
      properties: {$ref: {type: string}}
      additionalProperties: {$ref: '#/components/schemas/B'}
    B: {type: string, default: {$ref: b}}
  links:
    A: {operationRef: 'https://example.com/a.yaml#/paths/~1a/get', parameters: {$ref: $url}}
x-paths: {a: {get: {responses: {default: {description: An a.}}}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (node, holds) in &index.misplaced_references {
        let Some(reference) = node.get("$ref") else { continue };
        let subject = match node.key() {
            Some(key) => format!("`{key}`"),
            None if node.parent().is_none() => "the document".into(),
            None => "this item".into(),
        };
        let message = format!("{subject} cannot be a reference");
        diagnostics.with_help(help(*node, *holds)).at_key(reference, message);
    }
}

/// What to write instead: the entries often may be references.
fn help(node: Node, holds: Type) -> &'static str {
    let entries = match holds {
        Type::Object(kind) => Object::of(kind, node).others,
        Type::List(item) | Type::Several(item) | Type::Map(item) => Some(*item),
        _ => None,
    };
    let is_list = matches!(holds, Type::List(_) | Type::Several(_));
    match entries {
        Some(Type::Part(_)) if is_list => {
            "write a list here; each item may be a reference: `- $ref: …`"
        }
        Some(Type::Object(Kind::PathItem)) => {
            "write the entries here; each may be a reference: `/path: {$ref: …}`"
        }
        Some(Type::Part(_)) if matches!(holds, Type::Object(Kind::Responses)) => {
            "write the entries here; each may be a reference: `'200': {$ref: …}`"
        }
        Some(Type::Part(_)) => "write the entries here; each may be a reference: `name: {$ref: …}`",
        _ if matches!(holds, Type::Object(Kind::Components)) => {
            "write the sections here; each of their entries may be a reference"
        }
        _ => RULE.info.help,
    }
}
