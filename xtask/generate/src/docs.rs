//! Writes the documentation of the typed API from the descriptions of the document.

use super::arguments::Argument;
use super::markdown::{self, sentence};
use super::model::{Body, Location, Operation, Parameter, Tag};
use super::order;

/// Writes the documentation of the module with the calls: a table of the calls of each tag. Between
/// its rows are comments, which [`order::sorted`] needs.
pub fn module(tags: &[Tag], operations: &[Operation]) -> String {
    let mut docs = String::new();
    for tag in tags {
        let rows = operations.iter().filter(|operation| operation.tags.contains(&tag.name));
        docs += &table(&tag.name, &tag.description, rows);
    }
    let others = operations.iter().filter(|operation| operation.tags.is_empty());
    docs + &table("Other calls", "", others) + "\n"
}

fn table<'o>(
    title: &str,
    description: &str,
    operations: impl Iterator<Item = &'o Operation>,
) -> String {
    let rows = operations.map(|operation| {
        let function = operation.function();
        // A bar would end the cell.
        let purpose = purpose(operation);
        let purpose = inline(purpose.split("\n\n").next().unwrap_or_default()).replace('|', r"\|");
        let row = format!("//! | [`{function}`](crate::Client::{function}) | {purpose} |\n");
        (operation.sort_key(), row)
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    let rows = order::sorted(rows, |letter| format!("// {letter}\n")).concat();
    let mut head = format!("\n# {}", inline(title));
    paragraph(&mut head, &sentence(description));
    paragraph(&mut head, "| Call | Purpose |\n| --- | --- |");
    let head: String =
        head.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect();
    head + &rows
}

/// Returns the documentation of the method of an operation.
pub fn method(operation: &Operation, arguments: &[Argument], example: Option<String>) -> String {
    let mut docs = purpose(operation);
    if repeats(&operation.description, &operation.summary) {
        docs = sentence(&operation.description);
    } else if !operation.summary.is_empty() {
        paragraph(&mut docs, &operation.description);
    }
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

/// Returns what a call does: the summary, or else the description.
fn purpose(operation: &Operation) -> String {
    let mut texts = [&operation.summary, &operation.description].into_iter();
    match texts.find(|text| !text.trim().is_empty()) {
        Some(text) => sentence(text),
        None => markdown::NOT_DESCRIBED.to_owned(),
    }
}

/// Returns whether a description begins with the verb of a summary in the third person: "Lists the
/// apps" after "List apps". Then the description alone is the documentation.
fn repeats(description: &str, summary: &str) -> bool {
    let verbs = [description, summary].map(|text| text.split_whitespace().next());
    let [Some(third_person), Some(verb)] = verbs else { return false };
    third_person.strip_prefix(verb).is_some_and(|ending| ["s", "es"].contains(&ending))
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
    match inline(&sentence(description)).as_str() {
        "" => format!("\n- `{name}`"),
        description => format!("\n- `{name}`: {description}"),
    }
}

/// Returns the documentation of the setter of an optional parameter.
pub fn parameter_setter(ident: &str, parameter: &Parameter) -> String {
    let mut docs = setter(ident, &parameter.description);
    if parameter.name != ident {
        let location = match parameter.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
        };
        let name = markdown::code(&parameter.name);
        paragraph(&mut docs, &format!("The name in the {location} is {name}."));
    }
    docs
}

/// Returns the documentation of the setter of an optional body.
pub fn body_setter(body: &Body) -> String {
    setter("body", &body_description(body))
}

/// Returns the documentation of a setter, from the description of what it sets.
pub fn setter(ident: &str, description: &str) -> String {
    let description = sentence(description);
    match description.as_str() {
        "" => format!("Sets `{ident}`."),
        description => format!("Sets `{ident}`: {description}"),
    }
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
