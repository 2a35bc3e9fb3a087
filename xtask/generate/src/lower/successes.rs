//! Leaves one successful response to each operation.
//!
//! progenitor panics if an operation has two types of responses, and prints a body that it cannot
//! decode. The runtime reads successes and errors itself, and progenitor sees no body at all.

use mapping::extensions::{GUARANTEED, RESULTS};
use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::media::{BYTES, JSON, Media};
use super::walk::{members, operations, placed_operations};
use crate::model::{Form, Success};

/// The extensions of a response that say more of its body.
const EXTENSIONS: [&str; 2] = [GUARANTEED, RESULTS];

/// Merges the successful responses of an operation, and notes what they have in common.
pub fn merge(lowered: &mut Lowered) {
    let Lowered { document, successes, .. } = lowered;
    for (_, method, operation) in placed_operations(document) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { continue };
        let mut statuses: Vec<String> =
            responses.keys().filter(|status| spec::is_success(status)).cloned().collect();
        if statuses.is_empty() {
            statuses.push("default".to_owned());
        }
        let media = statuses.iter().filter_map(|status| Some((status, responses.get(status)?)));
        let media = media.map(|(status, response)| (status.clone(), Media::of(response)));
        let (mut success, mut content) = merged(media.collect());
        if method == "head" {
            (success.form, content) = (Form::Nothing, None);
        }
        // What is said of the body is said where the body is.
        let full = success.full.first().and_then(|status| responses.get(status));
        let extensions = EXTENSIONS.map(|key| full.and_then(|response| response.get(key)).cloned());
        for status in statuses.drain(1..) {
            responses.shift_remove(&status);
        }
        if let Some(Value::Object(response)) = responses.get_mut(&statuses[0]) {
            response.retain(|key, _| key != "content" && !EXTENSIONS.contains(&key.as_str()));
            response.extend(content.map(|content| ("content".to_owned(), content)));
            for (key, value) in EXTENSIONS.into_iter().zip(extensions) {
                response.extend(value.map(|value| (key.to_owned(), value)));
            }
        }
        successes.insert(id, success);
    }
}

/// Returns what the contents of responses have in common, and their one content; null represents no
/// content.
fn merged(all: Vec<(String, Media)>) -> (Success, Option<Value>) {
    let (mut success, mut schemas) = (Success::default(), Vec::new());
    let mut forms = Vec::new();
    for (status, media) in all {
        let form = media.form();
        match media {
            Media::None => {
                success.empty.push(status);
                continue;
            }
            Media::Bytes { names } => success.accept(names),
            Media::Json { name, schema, .. } => {
                success.accept([name]);
                if !schemas.contains(&schema) {
                    schemas.push(schema);
                }
            }
        }
        success.full.push(status);
        forms.push(form);
    }
    success.form = common(&forms);
    let schema = match schemas.as_slice() {
        _ if success.form == Form::Nothing => return (success, None),
        _ if success.form != Form::Json => return (success, Some(json!({ BYTES: {} }))),
        [only] => only.clone(),
        _ => json!({ "oneOf": schemas }),
    };
    let is_optional = !success.empty.is_empty();
    let schema = if is_optional { json!({ "allOf": [schema], "nullable": true }) } else { schema };
    (success, Some(json!({ JSON: { "schema": schema } })))
}

/// Returns the form in which bodies of all these forms can be read.
fn common(forms: &[Form]) -> Form {
    match forms {
        [] => Form::Nothing,
        [first, others @ ..] if others.iter().all(|form| form == first) => *first,
        _ => Form::Bytes,
    }
}

/// Returns the successful response of merged responses.
pub fn success(responses: &mut Map<String, Value>) -> Option<&mut Value> {
    let status = responses.keys().find(|status| spec::is_success(status)).cloned();
    responses.get_mut(status.as_deref().unwrap_or("default"))
}

/// Removes all responses but the successful one, whose content tells which schemas callers get.
pub fn for_progenitor(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { continue };
        let success = success(responses).map(Value::take).unwrap_or_else(|| json!({}));
        let mut response =
            json!({ "description": success["description"].as_str().unwrap_or_default() });
        if let Some(content) = success.get("content") {
            response["content"] = content.clone();
        }
        // A deletion that is documented with 204 and returns 200 has succeeded.
        *responses = Map::from_iter([("2XX".to_owned(), response)]);
    }
}

/// Removes the bodies of all responses, which progenitor would decode.
pub fn remove_bodies(document: &mut Value) {
    for operation in operations(document) {
        for (_, response) in members(operation, "responses") {
            response.as_object_mut().map(|response| response.shift_remove("content"));
        }
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
    fn successful_responses_are_merged() {
        let a = "{content: {application/json: {schema: {type: object}}}}";
        let b =
            "{content: {application/json;charset=utf-8: {schema: {type: array}, examples: {}}}}";
        let (none, bytes) = ("{description: no}", "{content: {image/png: {}}}");
        let response = |schema: &str| {
            format!("{{'200': {{content: {{application/json: {{schema: {schema}}}}}}}}}")
        };
        let one = response("{type: object}");
        let either = response("{oneOf: [{type: object}, {type: array}]}");
        let perhaps = response("{allOf: [{type: object}], nullable: true}");
        let raw = "{'200': {content: {application/octet-stream: {}}}}".to_owned();
        for (responses, merged) in [
            (
                format!("{{'200': {a}, '404': {none}, '201': {a}}}"),
                one.replace("}}}}}", "}}}}, '404': {description: no}}"),
            ),
            (format!("{{'200': {a}, '201': {b}}}"), either),
            (format!("{{'200': {a}, '204': {none}}}"), perhaps),
            (format!("{{'200': {bytes}, '206': {a}}}"), raw),
            (format!("{{'204': {none}}}"), format!("{{'204': {none}}}")),
            (format!("{{default: {b}}}"), response("{type: array}").replace("'200'", "default")),
        ] {
            compare(super::merge, &responses, &merged);
        }
    }

    #[test]
    fn guarantees_are_those_of_the_first_success_with_a_body() {
        let body = "x-guaranteed: [/a], content: {application/json: {schema: {type: object}}}";
        let merged =
            "content: {application/json: {schema: {allOf: [{type: object}], nullable: true}}}";
        compare(
            super::merge,
            &format!("{{'200': {{description: d, x-guaranteed: [/b]}}, '201': {{{body}}}}}"),
            &format!("{{'200': {{description: d, {merged}, x-guaranteed: [/a]}}}}"),
        );
    }

    #[test]
    fn only_the_successful_response_is_kept() {
        let json = "content: {application/json: {schema: {}}}";
        for (before, after) in [
            (
                format!("{{'404': {{}}, '200': {{description: d, x-guaranteed: [], {json}}}}}"),
                format!("{{2XX: {{description: d, {json}}}}}"),
            ),
            ("{'204': {description: d}}".to_owned(), "{2XX: {description: d}}".to_owned()),
            (
                format!("{{default: {{description: d, {json}}}}}"),
                format!("{{2XX: {{description: d, {json}}}}}"),
            ),
            ("{'404': {}}".to_owned(), "{2XX: {description: ''}}".to_owned()),
        ] {
            compare(super::for_progenitor, &before, &after);
        }
    }
}
