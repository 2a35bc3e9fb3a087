//! Turns every request body into named JSON or into bytes.
//!
//! The typed API serializes JSON itself, because only there secrets are written in plaintext, and
//! because progenitor does not know optional bodies. A body of another media type is bytes from the
//! caller. The typed API sets their `Content-Type` if the document names one media type; otherwise
//! the caller sets it.

use serde_json::{Value, json};

use super::lowered::{Lowered, PAYLOAD, Replacement};
use super::media::{BYTES, JSON, Media, is_header_value};
use super::walk::{members, operations, reference, referenced, schemas};
use mapping::{Names, pascal};

/// The header parameter for the media type of bytes.
const CONTENT_TYPE: &str = "Content-Type";

/// Leaves one media type to each body: the one of its JSON, the only one of its bytes, or
/// [`BYTES`] for several. After the one of JSON are the others, of which the caller may send bytes.
pub fn choose_media_type(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let Some(body) = operation.get_mut("requestBody") else { continue };
        match Media::of(body) {
            Media::None => {
                operation.as_object_mut().map(|members| members.shift_remove("requestBody"));
            }
            Media::Json { name, schema, others } => {
                body["content"] = json!({ name: { "schema": schema } });
                for other in others {
                    body["content"][other] = json!({});
                }
            }
            Media::Bytes { names } => match names.as_slice() {
                [only] if is_sent_as_written(only) => {
                    body["content"] = json!({ only: {} });
                }
                _ => {
                    body["content"] = json!({ BYTES: {} });
                    add_content_type(operation, &names);
                }
            },
        }
    }
}

/// Returns whether the client can set this media type. Of a range, and of the parameters of multipart
/// bodies, only the caller knows it.
fn is_sent_as_written(name: &str) -> bool {
    !name.contains('*') && !name.starts_with("multipart/") && is_header_value(name)
}

/// Returns whether the caller sets the media type of the body.
pub fn is_set_by_caller(operation: &Value) -> bool {
    let mut parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.any(|parameter| parameter["in"] == "header" && parameter["name"] == CONTENT_TYPE)
}

/// Adds the parameter with which the media type of the body is set.
fn add_content_type(operation: &mut Value, names: &[String]) {
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

/// Moves the schema of each JSON body to `components/schemas`.
pub fn name_schemas(lowered: &mut Lowered) {
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

/// Replaces each body by a `Payload` or by bytes, with a parameter for its media type.
pub fn for_progenitor(lowered: &mut Lowered) {
    let payload = lowered.runtime_type(PAYLOAD, Replacement::Payload);
    for operation in operations(&mut lowered.document) {
        let Some(body) = operation.get_mut("requestBody") else { continue };
        let Some(name) = media_type(body).map(str::to_owned) else { continue };
        let bytes = json!({ "type": "string", "format": "binary" });
        let has_choice = has_choice(body);
        body["content"] = match spec::is_json(&name) && !has_choice {
            true => json!({ JSON: { "schema": payload } }),
            false => json!({ BYTES: { "schema": bytes } }),
        };
        if (name != JSON || has_choice) && !is_set_by_caller(operation) {
            add_content_type(operation, &[]);
        }
    }
}

/// Returns whether a body is JSON or bytes, as the caller chooses.
pub fn has_choice(body: &Value) -> bool {
    body["content"].as_object().is_some_and(|content| content.len() > 1)
}

/// Returns the media type of a body, of which [`choose_media_type`] puts the one of JSON first.
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
    fn each_body_has_one_media_type() {
        check(
            super::choose_media_type,
            "
paths:
  /a:
    put: {requestBody: {content: {text/xml: {}, application/json;charset=utf-8: {}}}}
    patch: {requestBody: {content: {application/merge-patch+json: {schema: {type: object}}}}}
    post: {requestBody: {content: {image/png: {schema: {type: string}}}}}
    delete: {requestBody: {content: {}}}
  /b:
    put: {requestBody: {content: {text/csv: {}, text/xml: {}}}}
    post: {requestBody: {content: {\"a/b\\n+json\": {}}}}
    patch: {requestBody: {content: {a/é: {}}}}
",
            "
paths:
  /a:
    put: {requestBody: {content: {application/json: {schema: {}}, text/xml: {}}}}
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
    post: {requestBody: {content: {application/json: {schema: {}}}}}
    patch:
      requestBody: {content: {application/octet-stream: {}}}
      parameters:
        - name: Content-Type
          in: header
          required: true
          description: 'The media type of the body: `a/é`.'
          schema: {type: string}
",
        );
    }

    #[test]
    fn inline_body_schema_gets_a_name() {
        check(
            super::name_schemas,
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
    fn body_becomes_payload_or_bytes() {
        check(
            super::for_progenitor,
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
