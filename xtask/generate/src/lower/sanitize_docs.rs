//! Escapes descriptions for rustdoc, which would compile an indented block and resolve `[x]`.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::{each_schema, items, members, operations};
use crate::markdown;

pub fn pass(lowered: &mut Lowered) {
    let document = &mut lowered.document;
    document.get_mut("info").into_iter().for_each(escape);
    each_schema(document, &mut escape);
    for operation in operations(document) {
        escape(operation);
        items(operation, "parameters").for_each(escape);
        operation.get_mut("requestBody").into_iter().for_each(escape);
        members(operation, "responses").for_each(|(_, response)| escape(response));
    }
}

/// Escapes the texts of an object. The same keys elsewhere are names of properties, or values.
fn escape(object: &mut Value) {
    for key in ["title", "summary", "description"] {
        if let Some(Value::String(text)) = object.get_mut(key) {
            *text = markdown::escape(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn texts_are_escaped_and_values_are_not() {
        check(
            super::pass,
            "
info: {title: '[x]', description: '<b>'}
paths:
  /a:
    get:
      description: '[x]'
      summary: '[x]'
      parameters: [{description: '[x]', example: {description: '[x]'}, schema: {description: '[x]'}}]
      requestBody: {description: '[x]', content: {a/b: {schema: {description: '[x]'}}}}
      responses: {'200': {description: '[x]'}}
components:
  schemas:
    A:
      description: '[x]'
      default: {description: '[x]'}
      properties:
        example: {type: string, description: '[x]', enum: ['[x]']}
        description: {type: array, items: {description: '[x]'}}
",
            r"
info: {title: '\[x\]', description: '\<b>'}
paths:
  /a:
    get:
      description: '\[x\]'
      summary: '\[x\]'
      parameters: [{description: '\[x\]', example: {description: '[x]'}, schema: {description: '\[x\]'}}]
      requestBody: {description: '\[x\]', content: {a/b: {schema: {description: '\[x\]'}}}}
      responses: {'200': {description: '\[x\]'}}
components:
  schemas:
    A:
      description: '\[x\]'
      default: {description: '[x]'}
      properties:
        example: {type: string, description: '\[x\]', enum: ['[x]']}
        description: {type: array, items: {description: '\[x\]'}}
",
        );
    }
}
