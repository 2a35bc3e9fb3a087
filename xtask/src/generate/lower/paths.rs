//! Makes every text in a path a checked segment.
//!
//! progenitor lets an empty id, `..` and a backslash pass, and they address another resource.

use serde_json::Value;

use super::walk::{items, operations, referenced};
use super::{Lowered, Refusal, Replacement};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    let segment = lowered.runtime_type("RuntimeSegment", Replacement::Segment)?;
    let Lowered { document, replaced } = lowered;
    operations(document, |pointer, operation| {
        let parameters = items(operation, "parameters");
        for parameter in parameters.filter(|parameter| parameter["in"] == "path") {
            let schema = &parameter["schema"];
            let text = referenced(schema).is_some_and(|name| replaced.contains_key(name));
            match schema["type"].as_str() {
                _ if text => parameter["schema"] = segment.clone(),
                Some("string") => parameter["schema"] = segment.clone(),
                Some("integer" | "number" | "boolean") => {}
                _ => return Err(refusal(pointer, parameter)),
            }
        }
        Ok(())
    })
}

fn refusal(pointer: &str, parameter: &Value) -> Refusal {
    Refusal::new(
        &format!("{pointer}/parameters"),
        format!("the path parameter `{}` is neither text nor a number", parameter["name"]),
        "give it the type `string`",
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_in_a_path_is_a_segment() {
        super::super::check(
            super::pass,
            "
paths:
  /a/{id}/{n}:
    get:
      parameters:
        - {name: id, in: path, schema: {type: string}}
        - {name: n, in: path, schema: {type: integer}}
        - {name: q, in: query, schema: {type: string}}
",
            "
paths:
  /a/{id}/{n}:
    get:
      parameters:
        - {name: id, in: path, schema: {$ref: '#/components/schemas/RuntimeSegment'}}
        - {name: n, in: path, schema: {type: integer}}
        - {name: q, in: query, schema: {type: string}}
components: {schemas: {RuntimeSegment: {type: string}}}
",
        );
    }
}
