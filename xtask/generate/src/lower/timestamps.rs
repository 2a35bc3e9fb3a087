//! Notes which properties are times (`x-timestamp`), for methods that convert them.

use mapping::extensions::TIMESTAMP;

use super::lowered::Lowered;
use super::walk::{members, schemas, target};

pub fn pass(lowered: &mut Lowered) {
    let mut found = Vec::new();
    let named = schemas(&mut lowered.document).clone();
    for (name, schema) in schemas(&mut lowered.document) {
        for (property, schema) in members(schema, "properties") {
            let target = target(schema).and_then(|name| named.get(name));
            if let Some(unit) = target.unwrap_or(schema)[TIMESTAMP].as_str() {
                found.push(((name.clone(), property.clone()), unit.to_owned()));
            }
        }
    }
    lowered.timestamps.extend(found);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::lower;

    #[test]
    fn properties_with_a_unit_are_noted() {
        let time = json!({ "type": "integer", "x-timestamp": "seconds" });
        let to_time = json!({ "$ref": "#/components/schemas/Time" });
        let lowered = lower::normalize(json!({
            "paths": { "/a": { "get": { "responses": { "200": {
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } },
            } } } } },
            "components": { "schemas": {
                "Time": time,
                "A": { "type": "object", "properties": {
                    "inline": time,
                    "named": to_time,
                    "composed": { "allOf": [to_time], "description": "When." },
                    "number": { "type": "integer" },
                } },
            } },
        }));
        let noted: Vec<&str> =
            lowered.timestamps.keys().map(|(_, property)| property.as_str()).collect();
        assert_eq!(noted, ["composed", "inline", "named"]);
    }
}
