//! Makes descriptions fit for rustdoc, which would compile an indented block and follow `[x]`.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::{each_schema, items, members, operations};
use crate::markdown;

pub fn pass(lowered: &mut Lowered) {
    let document = &mut lowered.document;
    document.get_mut("info").into_iter().for_each(texts);
    each_schema(document, &mut texts);
    for operation in operations(document) {
        texts(operation);
        items(operation, "parameters").for_each(texts);
        operation.get_mut("requestBody").into_iter().for_each(texts);
        members(operation, "responses").for_each(|(_, response)| texts(response));
    }
}

/// The texts of an object that say something of it. What has the same name elsewhere is a property
/// or a value.
fn texts(object: &mut Value) {
    for key in ["title", "summary", "description"] {
        if let Some(Value::String(text)) = object.get_mut(key) {
            *text = markdown::prose(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn every_text_is_made_fit_and_no_value_is() {
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
