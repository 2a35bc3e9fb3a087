//! Leaves the one answer of a success to progenitor; errors are the runtime's.
//!
//! progenitor panics when an operation has two types of error bodies, and prints the body of an
//! answer it cannot decode. The runtime reads errors of every shape instead.

use serde_json::{Map, Value, json};

use super::walk::operations;
use super::{Lowered, Refusal};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    operations(&mut lowered.document, |pointer, operation| {
        let pointer = format!("{pointer}/responses");
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { return Ok(()) };
        let success = |status: &str| status.starts_with('2');
        let statuses: Vec<String> = responses.keys().filter(|s| success(s)).cloned().collect();
        let (status, response) = match statuses.as_slice() {
            [] => ("default", responses.shift_remove("default").unwrap_or(json!({}))),
            [status] => (status.as_str(), responses[status].take()),
            [_, second, ..] => {
                return Err(Refusal::new(
                    &format!("{pointer}/{second}"),
                    "a second kind of success: a call can have one type of answer only",
                    "describe one success, the one that callers read",
                ));
            }
        };
        let response = answer(&format!("{pointer}/{status}"), response)?;
        // Any success is one: a deletion documented with 204 that answers 200 has deleted.
        *responses = Map::from_iter([("2XX".to_owned(), response)]);
        Ok(())
    })
}

fn answer(pointer: &str, response: Value) -> Result<Value, Refusal> {
    let description = response["description"].as_str().unwrap_or_default();
    let content = response["content"].as_object().filter(|content| !content.is_empty());
    let Some(content) = content else { return Ok(json!({ "description": description })) };
    let Some((_, media)) = content.iter().find(|(name, _)| spec::is_json(name)) else {
        return Err(Refusal::new(
            &format!("{pointer}/content"),
            "an answer that is not JSON",
            "describe an `application/json` body, or no content",
        ));
    };
    let schema = media.get("schema").cloned().unwrap_or(json!({}));
    let content = json!({ "application/json": { "schema": schema } });
    Ok(json!({ "description": description, "content": content }))
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_success_stays() {
        super::super::check(
            super::pass,
            "
paths:
  /a:
    get:
      responses:
        '200':
          description: fine
          headers: {X-Request-Id: {schema: {type: string}}}
          content: {application/json;charset=utf-8: {schema: {type: object}, examples: {a: {}}}}
        '404': {description: gone}
    delete:
      responses: {'204': {description: gone}}
",
            "
paths:
  /a:
    get:
      responses:
        '2XX':
          description: fine
          content: {application/json: {schema: {type: object}}}
    delete:
      responses: {'2XX': {description: gone}}
",
        );
    }
}
