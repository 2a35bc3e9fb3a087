//! Makes `readOnly` properties optional.
//!
//! OpenAPI 3.0.3: a `readOnly` property is not sent, and `required` applies to responses only.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::each_schema;

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        let properties = schema.get("properties").and_then(Value::as_object);
        let read_only = |(name, property): (&String, &Value)| {
            (property["readOnly"] == true).then(|| name.clone())
        };
        let names: Vec<String> = properties.into_iter().flatten().filter_map(read_only).collect();
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            required.retain(|name| !names.iter().any(|read_only| name == read_only));
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn read_only_property_is_not_required() {
        check(
            super::pass,
            "
components:
  schemas:
    A: {required: [id, name], properties: {id: {type: string, readOnly: true}, name: {}}}
",
            "
components:
  schemas:
    A: {required: [name], properties: {id: {type: string, readOnly: true}, name: {}}}
",
        );
    }
}
