//! Makes every text in a path a checked segment.
//!
//! progenitor lets an empty id, `..` and a backslash pass, and they address another resource.

use super::lowered::{Lowered, Replacement, SEGMENT};
use super::walk::{items, operations};
use mapping::PROJECT;

pub fn pass(lowered: &mut Lowered) {
    let segment = lowered.runtime_type(SEGMENT, Replacement::Segment);
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            let kind = parameter["schema"]["type"].as_str();
            let is_text = !matches!(kind, Some("integer" | "number" | "boolean"));
            // The client knows its project as a text, whatever the document calls it.
            if parameter["in"] == "path" && (is_text || parameter["name"] == PROJECT) {
                parameter["schema"] = segment.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn a_text_in_a_path_is_a_segment() {
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
        - {name: q, in: query, schema: {type: string}}
components: {schemas: {RuntimeSegment: {type: string}}}
",
        );
    }
}
