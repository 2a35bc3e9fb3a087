//! Makes every request body JSON with a name, or bytes.
//!
//! The face writes JSON itself, because the secrets of a body must travel in clear there and
//! nowhere else, and because a body may be optional, which progenitor does not know. A body of
//! another media type is the caller's bytes; the face says what they are (`Content-Type`), or the
//! caller does, where the document leaves it open.

use serde_json::{Value, json};

use super::lowered::{Lowered, PAYLOAD, Replacement};
use super::media::{BYTES, JSON, Media};
use super::walk::{members, operations, reference, referenced, schemas};
use mapping::{Names, pascal};

/// The header parameter with which callers say what their bytes are.
const CONTENT_TYPE: &str = "Content-Type";

/// Leaves one media type to every body: that of its JSON, the only one of its bytes, or any bytes.
pub fn choose(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let Some(body) = operation.get_mut("requestBody") else { continue };
        match Media::of(body) {
            Media::None => {
                operation.as_object_mut().map(|members| members.shift_remove("requestBody"));
            }
            Media::Json { name, schema } => {
                body["content"] = json!({ name: { "schema": schema } });
            }
            Media::Bytes { names } => match names.as_slice() {
                [only] if !only.contains('*') && !only.starts_with("multipart/") => {
                    body["content"] = json!({ only: {} });
                }
                _ => {
                    body["content"] = json!({ BYTES: {} });
                    open(operation, &names);
                }
            },
        }
    }
}

/// Whether callers say what the bytes of the body are.
pub fn is_open(operation: &Value) -> bool {
    let mut parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.any(|parameter| parameter["in"] == "header" && parameter["name"] == CONTENT_TYPE)
}

/// Lets callers say what their bytes are.
fn open(operation: &mut Value, names: &[String]) {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let description = format!("The media type of the body: {}.", names.join(", "));
    let parameter = json!({
        "name": CONTENT_TYPE,
        "in": "header",
        "required": true,
        "description": description,
        "schema": { "type": "string" },
    });
    match operation.get_mut("parameters") {
        Some(Value::Array(parameters)) => parameters.push(parameter),
        _ => operation["parameters"] = json!([parameter]),
    }
}

/// Gives a JSON body a type of its own.
pub fn name(lowered: &mut Lowered) {
    let replaced = &lowered.replaced;
    let known: Vec<String> = schemas(&mut lowered.document).keys().cloned().collect();
    let mut free = Names::without(known.iter().map(String::as_str));
    let mut inline = Vec::new();
    for operation in operations(&mut lowered.document) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        let Some(schema) = json_schema(operation) else { continue };
        if referenced(schema).is_none_or(|name| replaced.contains_key(name)) {
            let name = free.unique(pascal(&format!("{id}-body")));
            inline.push((name.clone(), std::mem::replace(schema, reference(&name))));
        }
    }
    schemas(&mut lowered.document).extend(inline);
}

/// Makes every body a `Payload` or bytes, and lets the face say of what media type.
pub fn hide(lowered: &mut Lowered) {
    let payload = lowered.runtime_type(PAYLOAD, Replacement::Payload);
    for operation in operations(&mut lowered.document) {
        let Some(body) = operation.get_mut("requestBody") else { continue };
        let Some(name) = media_type(body).map(str::to_owned) else { continue };
        let bytes = json!({ "type": "string", "format": "binary" });
        body["content"] = match spec::is_json(&name) {
            true => json!({ JSON: { "schema": payload } }),
            false => json!({ BYTES: { "schema": bytes } }),
        };
        if name != JSON && !is_open(operation) {
            open(operation, &[]);
        }
    }
}

/// The one media type of a body.
pub fn media_type(body: &Value) -> Option<&str> {
    Some(body["content"].as_object()?.keys().next()?)
}

fn json_schema(operation: &mut Value) -> Option<&mut Value> {
    let body = operation.get_mut("requestBody")?;
    let (_, media) = members(body, "content").find(|(name, _)| spec::is_json(name))?;
    media.get_mut("schema")
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn one_media_type_is_chosen() {
        check(
            super::choose,
            "
paths:
  /a:
    put: {requestBody: {content: {text/xml: {}, application/json;charset=utf-8: {}}}}
    patch: {requestBody: {content: {application/merge-patch+json: {schema: {type: object}}}}}
    post: {requestBody: {content: {image/png: {schema: {type: string}}}}}
    delete: {requestBody: {content: {}}}
  /b:
    put: {requestBody: {content: {text/csv: {}, text/xml: {}}}}
",
            "
paths:
  /a:
    put: {requestBody: {content: {application/json: {schema: {}}}}}
    patch:
      requestBody:
        content: {application/merge-patch+json: {schema: {type: object}}}
    post:
      requestBody: {content: {image/png: {}}}
    delete: {}
  /b:
    put:
      requestBody: {content: {application/octet-stream: {}}}
      parameters:
        - name: Content-Type
          in: header
          required: true
          description: 'The media type of the body: `text/csv`, `text/xml`.'
          schema: {type: string}
",
        );
    }

    #[test]
    fn an_inline_body_gets_a_name() {
        check(
            super::name,
            "
paths:
  /a:
    put:
      operationId: PutA
      requestBody: {content: {application/json: {schema: {type: object}}}}
components: {schemas: {PutABody: {}}}
",
            "
paths:
  /a:
    put:
      operationId: PutA
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/PutABody2'}}}
components:
  schemas:
    PutABody: {}
    PutABody2: {type: object}
",
        );
    }

    #[test]
    fn a_body_is_a_payload_or_bytes() {
        check(
            super::hide,
            "
paths:
  /a:
    put: {requestBody: {description: A, content: {application/json: {schema: {}}}}}
    post: {requestBody: {content: {image/png: {}}}}
    patch:
      requestBody: {content: {application/octet-stream: {}}, x-content-type: image/png}
      parameters: [{name: Content-Type, in: header}]
",
            "
paths:
  /a:
    put:
      requestBody:
        description: A
        content: {application/json: {schema: {$ref: '#/components/schemas/RuntimePayload'}}}
    post:
      requestBody:
        content: {application/octet-stream: {schema: {type: string, format: binary}}}
      parameters:
        - name: Content-Type
          in: header
          required: true
          description: 'The media type of the body: .'
          schema: {type: string}
    patch:
      requestBody:
        content: {application/octet-stream: {schema: {type: string, format: binary}}}
        x-content-type: image/png
      parameters: [{name: Content-Type, in: header}]
components: {schemas: {RuntimePayload: {type: string}}}
",
        );
    }
}
