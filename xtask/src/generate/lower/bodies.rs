//! Gives request bodies a name, then hides them behind `Payload`.
//!
//! The face writes a body to JSON itself, because its secrets must travel in clear there and
//! nowhere else, and because a body may be optional, which progenitor does not know.

use heck::ToPascalCase;
use serde_json::{Value, json};

use super::walk::{operations, reference, referenced, schemas};
use super::{Lowered, Refusal, Replacement};

/// Gives an inline body a name of its own.
pub fn name(lowered: &mut Lowered) -> Result<(), Refusal> {
    let mut inline = Vec::new();
    operations(&mut lowered.document, |pointer, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_pascal_case();
        let Some(content) = operation.pointer_mut("/requestBody/content") else { return Ok(()) };
        let Some(schema) = json_schema(content) else {
            return Err(Refusal::new(
                &format!("{pointer}/requestBody/content"),
                "a request body that is not JSON",
                "describe an `application/json` body",
            ));
        };
        if referenced(&schema).is_none() {
            let name = format!("{id}Body");
            *content = json!({ "application/json": { "schema": reference(&name) } });
            inline.push((name, schema));
        } else {
            *content = json!({ "application/json": { "schema": schema } });
        }
        Ok(())
    })?;
    schemas(&mut lowered.document).extend(inline);
    Ok(())
}

/// Makes every body a `Payload`.
pub fn hide(lowered: &mut Lowered) -> Result<(), Refusal> {
    let payload = lowered.runtime_type("RuntimePayload", Replacement::Payload)?;
    operations(&mut lowered.document, |_, operation| {
        if let Some(schema) = operation.pointer_mut("/requestBody/content/application~1json/schema")
        {
            *schema = payload.clone();
        }
        Ok(())
    })
}

fn json_schema(content: &Value) -> Option<Value> {
    let (_, media) = content.as_object()?.iter().find(|(name, _)| spec::is_json(name))?;
    Some(media.get("schema").cloned().unwrap_or(json!({})))
}

#[cfg(test)]
mod tests {
    use super::super::check;

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
",
            "
paths:
  /a:
    put:
      operationId: PutA
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/PutABody'}}}
components:
  schemas:
    PutABody: {type: object}
",
        );
    }

    #[test]
    fn a_body_is_a_payload() {
        check(
            super::hide,
            "
paths:
  /a:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
components: {schemas: {A: {type: object}}}
",
            "
paths:
  /a:
    put:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/RuntimePayload'}}}
components: {schemas: {A: {type: object}, RuntimePayload: {type: string}}}
",
        );
    }
}
