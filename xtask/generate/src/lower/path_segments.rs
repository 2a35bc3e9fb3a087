//! Replaces strings in a path by checked segments. The typed API checks each item of a list itself.
//!
//! progenitor accepts an empty id, `..` and a backslash, which would address another resource.

use super::lowered::{Lowered, Replacement, SEGMENT};
use super::walk::{items, operations};
use mapping::PROJECT;

pub fn pass(lowered: &mut Lowered) {
    let segment = lowered.runtime_type(SEGMENT, Replacement::Segment);
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            let kind = parameter["schema"]["type"].as_str();
            let is_string = !matches!(kind, Some("array" | "integer" | "number" | "boolean"));
            // The client has its project ID as a string, whatever the schema is.
            if parameter["in"] == "path" && (is_string || parameter["name"] == PROJECT) {
                parameter["schema"] = segment.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn string_in_a_path_becomes_a_segment() {
        check(
            super::pass,
            "
paths:
  /{project_id}/a/{id}/{n}:
    get:
      parameters:
        - {name: project_id, in: path, schema: {type: integer}}
        - {name: id, in: path, schema: {type: string}}
        - {name: n, in: path, schema: {type: integer}}
        - {name: list, in: path, schema: {type: array}}
        - {name: q, in: query, schema: {type: string}}
",
            "
paths:
  /{project_id}/a/{id}/{n}:
    get:
      parameters:
        - {name: project_id, in: path, schema: {$ref: '#/components/schemas/RuntimeSegment'}}
        - {name: id, in: path, schema: {$ref: '#/components/schemas/RuntimeSegment'}}
        - {name: n, in: path, schema: {type: integer}}
        - {name: list, in: path, schema: {type: array}}
        - {name: q, in: query, schema: {type: string}}
components: {schemas: {RuntimeSegment: {type: string}}}
",
        );
    }
}
