//! Leaves the one answer of a success to progenitor; errors are the runtime's.
//!
//! progenitor panics when an operation has two types of answers, and prints the body of an answer
//! it cannot decode. The runtime reads errors of every shape instead.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::media::{BYTES, JSON, Media};
use super::walk::{operations, placed_operations};

/// Makes one success of several: what fits any of them fits it, and null stands for no content.
pub fn unite(lowered: &mut Lowered) {
    for (_, method, operation) in placed_operations(&mut lowered.document) {
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { continue };
        let mut statuses: Vec<String> =
            responses.keys().filter(|status| status.starts_with('2')).cloned().collect();
        if statuses.is_empty() {
            statuses.push("default".to_owned());
        }
        let media = statuses.iter().filter_map(|status| responses.get(status)).map(Media::of);
        let content = if method == "head" { None } else { united(media) };
        for status in statuses.drain(1..) {
            responses.shift_remove(&status);
        }
        if let Some(Value::Object(response)) = responses.get_mut(&statuses[0]) {
            response.shift_remove("content");
            response.extend(content.map(|content| ("content".to_owned(), content)));
        }
    }
}

fn united(media: impl Iterator<Item = Media>) -> Option<Value> {
    let (mut schemas, mut bytes, mut nothing) = (Vec::new(), false, false);
    for media in media {
        match media {
            Media::None => nothing = true,
            Media::Bytes { .. } => bytes = true,
            Media::Json { schema, .. } if schemas.contains(&schema) => {}
            Media::Json { schema, .. } => schemas.push(schema),
        }
    }
    let schema = match schemas.as_slice() {
        _ if bytes => return Some(json!({ BYTES: {} })),
        [] => return None,
        [only] => only.clone(),
        _ => json!({ "oneOf": schemas }),
    };
    let schema = if nothing { json!({ "allOf": [schema], "nullable": true }) } else { schema };
    Some(json!({ JSON: { "schema": schema } }))
}

/// The response of a success, of which there is one.
pub fn success(responses: &mut Map<String, Value>) -> Option<&mut Value> {
    let status = responses.keys().find(|status| status.starts_with('2')).cloned();
    responses.get_mut(status.as_deref().unwrap_or("default"))
}

/// Takes away all but the success.
pub fn pass(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { continue };
        let success = success(responses).map(Value::take).unwrap_or_else(|| json!({}));
        let mut answer =
            json!({ "description": success["description"].as_str().unwrap_or_default() });
        if let Some(content) = success.get("content") {
            answer["content"] = content.clone();
        }
        // Any success is one: a deletion documented with 204 that answers 200 has deleted.
        *responses = Map::from_iter([("2XX".to_owned(), answer)]);
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;
    use crate::lower::lowered::Lowered;

    /// Compares the responses of an operation.
    fn compare(pass: fn(&mut Lowered), before: &str, after: &str) {
        let document =
            |responses: &str| format!("paths: {{/a: {{get: {{responses: {responses}}}}}}}");
        check(pass, &document(before), &document(after));
    }

    #[test]
    fn several_successes_are_one() {
        let a = "{content: {application/json: {schema: {type: object}}}}";
        let b =
            "{content: {application/json;charset=utf-8: {schema: {type: array}, examples: {}}}}";
        let (none, bytes) = ("{description: no}", "{content: {image/png: {}}}");
        let answer = |schema: &str| {
            format!("{{'200': {{content: {{application/json: {{schema: {schema}}}}}}}}}")
        };
        let one = answer("{type: object}");
        let either = answer("{oneOf: [{type: object}, {type: array}]}");
        let perhaps = answer("{allOf: [{type: object}], nullable: true}");
        let raw = "{'200': {content: {application/octet-stream: {}}}}".to_owned();
        for (responses, united) in [
            (
                format!("{{'200': {a}, '404': {none}, '201': {a}}}"),
                one.replace("}}}}}", "}}}}, '404': {description: no}}"),
            ),
            (format!("{{'200': {a}, '201': {b}}}"), either),
            (format!("{{'200': {a}, '204': {none}}}"), perhaps),
            (format!("{{'200': {bytes}, '206': {a}}}"), raw),
            (format!("{{'204': {none}}}"), format!("{{'204': {none}}}")),
            (format!("{{default: {b}}}"), answer("{type: array}").replace("'200'", "default")),
        ] {
            compare(super::unite, &responses, &united);
        }
    }

    #[test]
    fn the_success_stays() {
        let json = "content: {application/json: {schema: {}}}";
        for (before, after) in [
            (
                format!("{{'404': {{}}, '200': {{description: d, x-promises: [], {json}}}}}"),
                format!("{{2XX: {{description: d, {json}}}}}"),
            ),
            ("{'204': {description: d}}".to_owned(), "{2XX: {description: d}}".to_owned()),
            (
                format!("{{default: {{description: d, {json}}}}}"),
                format!("{{2XX: {{description: d, {json}}}}}"),
            ),
            ("{'404': {}}".to_owned(), "{2XX: {description: ''}}".to_owned()),
        ] {
            compare(super::pass, &before, &after);
        }
    }
}
