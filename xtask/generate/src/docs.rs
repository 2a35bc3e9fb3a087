//! Writes the documentation of the typed API from the descriptions of the document.

use super::arguments::Argument;
use super::markdown;
use super::model::{Body, Operation, Parameter};

/// Returns the documentation of the method of an operation.
pub fn method(operation: &Operation, arguments: &[Argument], example: Option<String>) -> String {
    let mut docs = sentence(&operation.summary);
    paragraph(&mut docs, &operation.description);
    let page = operation.page.as_ref();
    let page = page.map(|page| format!(" ({})", markdown::link("documentation", page)));
    let wire = markdown::code(&format!("{} {}", operation.method, operation.path));
    paragraph(&mut docs, &format!("{wire}{}", page.unwrap_or_default()));
    parameters(&mut docs, operation, arguments);
    if let Some(example) = example {
        paragraph(&mut docs, "# Example");
        paragraph(&mut docs, &example);
    }
    docs.push_str("\n\n# Errors\n\nSee [`Error`]");
    if operation.errors.is_empty() {
        docs.push_str("; the documentation names no status.");
    } else {
        docs.push_str("; the documentation names these statuses:\n");
        for (status, description) in &operation.errors {
            let status = markdown::code(status);
            docs.push_str(&format!("\n- {status}: {}", inline(&sentence(description))));
        }
    }
    docs
}

fn parameters(docs: &mut String, operation: &Operation, arguments: &[Argument]) {
    let mut lines = Vec::new();
    for argument in arguments.iter().filter(|argument| argument.parameter.required) {
        lines.push(line(&argument.ident().to_string(), &argument.parameter.description));
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        lines.push(line("body", &body_description(body)));
    }
    let optional = arguments.iter().filter(|argument| !argument.parameter.required);
    let mut setters: Vec<String> = optional.map(|argument| argument.ident().to_string()).collect();
    setters
        .extend(operation.body.as_ref().filter(|body| !body.required).map(|_| "body".to_owned()));
    let builder = operation.builder();
    for setter in setters {
        lines.push(format!("\n- [`{setter}`]({builder}::{setter}), optional"));
    }
    if !lines.is_empty() {
        docs.push_str("\n\n# Parameters\n");
        docs.push_str(&lines.concat());
    }
}

fn line(name: &str, description: &str) -> String {
    format!("\n- `{name}`: {}", inline(&sentence(description)))
}

/// Returns the documentation of the setter of an optional parameter.
pub fn setter(parameter: &Parameter) -> String {
    let mut docs = sentence(&parameter.description);
    paragraph(&mut docs, &format!("{} on the wire.", markdown::code(&parameter.name)));
    docs
}

/// Returns the documentation of the setter of an optional body.
pub fn body_setter(body: &Body) -> String {
    let description = body_description(body);
    sentence(if description.is_empty() { "The body" } else { &description })
}

/// Returns the description of a body, with what the caller passes if it may be other than JSON.
fn body_description(body: &Body) -> String {
    let mut docs = sentence(&body.description);
    if body.schema.is_none() {
        let media_type = body.media_type.as_ref();
        let media_type =
            media_type.map(|name| format!(", in the media type {}", markdown::code(name)));
        let media_type = media_type.unwrap_or_default();
        paragraph(
            &mut docs,
            &format!("The bytes of the body, which are sent as they are{media_type}."),
        );
    } else if !body.others.is_empty() {
        let others: Vec<String> = body.others.iter().map(|name| markdown::code(name)).collect();
        let others = others.join(", ");
        paragraph(
            &mut docs,
            &format!(
                "JSON, or bytes that are sent as they are ([`RequestBody::bytes`]): {others}."
            ),
        );
    }
    docs.trim_start().to_owned()
}

fn paragraph(docs: &mut String, text: &str) {
    if !text.is_empty() {
        docs.push_str("\n\n");
        docs.push_str(text);
    }
}

fn inline(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    let ended = text.is_empty() || text.ends_with(['.', '!', '?', '`']);
    if ended { text.to_owned() } else { format!("{text}.") }
}
