//! The message of a change, as a sentence.

use spec::Direction;

use super::changes::Change;
use super::names;

impl Change<'_> {
    /// Returns what happened, without a period: "parameter `kind` no longer accepts `plane`".
    pub fn sentence(&self) -> String {
        sentence(self)
    }
}

fn sentence(change: &Change) -> String {
    let holder = holder(change);
    let subject = match holder.as_str() {
        "" => change.subject.clone(),
        holder if change.subject.contains(holder) => change.subject.clone(),
        holder => format!("{} of {holder}", change.subject),
    };
    match (change.kind.id, &change.was, &change.is) {
        ("enum-value-added", _, Some(value)) => {
            format!("{} {} {}", named(&holder), verb(change, true), quoted(value))
        }
        ("enum-value-removed", Some(value), _) => {
            format!("{} {} {}", named(&holder), verb(change, false), quoted(value))
        }
        ("nullable-changed", None, _) => format!("{} {} null", named(&holder), verb(change, true)),
        ("nullable-changed", Some(_), _) => {
            format!("{} {} null", named(&holder), verb(change, false))
        }
        (_, Some(was), Some(is)) if (was.as_str(), is.as_str()) == ("optional", "required") => {
            format!("{subject} is now required")
        }
        (_, Some(was), Some(is)) if (was.as_str(), is.as_str()) == ("required", "optional") => {
            format!("{subject} is now optional")
        }
        (_, Some(was), Some(is)) => format!("{subject} changed from {was} to {is}"),
        (_, Some(was), None) => format!("{} was removed", with(change, &subject, &holder, was)),
        (_, None, Some(is)) => format!("{} was added", with(change, &subject, &holder, is)),
        (_, None, None) => format!("{subject} changed"),
    }
}

/// Returns the subject with its value: a thing of a kind has a name, other things have a value.
fn with(change: &Change, subject: &str, holder: &str, value: &str) -> String {
    match change.subject.contains('`') || value.starts_with(['{', '[']) {
        true => format!("{subject} ({value})"),
        false if holder.is_empty() => format!("{} {}", change.subject, quoted(value)),
        false => format!("{} {} of {holder}", change.subject, quoted(value)),
    }
}

/// Returns what those do with a value who have it.
fn verb(change: &Change, allowed: bool) -> &'static str {
    match (change.directions.as_slice(), allowed) {
        ([Direction::Request, rest @ ..], true) if !rest.contains(&Direction::Response) => {
            "now accepts"
        }
        ([Direction::Request, rest @ ..], false) if !rest.contains(&Direction::Response) => {
            "no longer accepts"
        }
        ([Direction::Response, rest @ ..], true) if !rest.contains(&Direction::Request) => {
            "can now be"
        }
        ([Direction::Response, rest @ ..], false) if !rest.contains(&Direction::Request) => {
            "can no longer be"
        }
        (_, true) => "now allows",
        (_, false) => "no longer allows",
    }
}

/// Returns the name of what the subject belongs to; empty if nothing around it has one.
fn holder(change: &Change) -> String {
    let location = if change.head.present { change.head } else { change.base };
    // What is called by its own name needs no other.
    let around = location.node.parent().filter(|_| location.present).unwrap_or(location.node);
    names::of(around)
}

fn named(holder: &str) -> &str {
    if holder.is_empty() { "the value" } else { holder }
}

fn quoted(value: &str) -> String {
    let plain = value.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(value);
    if plain.contains('`') { plain.to_owned() } else { format!("`{plain}`") }
}

#[cfg(test)]
mod tests {
    use spec::{Document, Source};

    fn sentences(base: &str, head: &str) -> Vec<String> {
        let head_of = "openapi: 3.0.3\npaths: {/a: {get: {operationId: A, ";
        let [base, head] = [base, head].map(|text| format!("{head_of}{text}}}}}}}\n"));
        let [base, head] = [Source::new("a", base), Source::new("b", head)];
        let [base, head] = [&base, &head].map(|source| Document::parse(source).expect("documents"));
        crate::compare(&base, &head).iter().map(|change| change.sentence()).collect()
    }

    #[test]
    fn sentences_say_what_happened() {
        let query = |schema: &str| format!("parameters: [{{name: kind, in: query, {schema}}}]");
        let answer = |schema: &str| {
            format!("responses: {{'200': {{content: {{application/json: {{schema: {schema}}}}}}}}}")
        };
        let values = |list: &str| query(&format!("schema: {{type: string, enum: {list}}}"));
        let text = "schema: {type: string}";
        for (base, head, expected) in [
            (values("[car, plane]"), values("[car]"), "parameter `kind` no longer accepts `plane`"),
            (values("[car]"), values("[car, plane]"), "parameter `kind` now accepts `plane`"),
            (
                answer("{type: object, properties: {a: {enum: [x]}}}"),
                answer("{type: object, properties: {a: {enum: [x, y]}}}"),
                "`a` in response 200 can now be `y`",
            ),
            (
                query(text),
                query(&format!("required: true, {text}")),
                "parameter `kind` is now required",
            ),
            (
                query("schema: {type: string, maxLength: 9}"),
                query("schema: {type: string, maxLength: 5}"),
                "`maxLength` of parameter `kind` changed from 9 to 5",
            ),
            (
                query("schema: {type: string, maxLength: 9}"),
                query(text),
                "`maxLength` of parameter `kind` (9) was removed",
            ),
            (
                "parameters: []".into(),
                query(text),
                "optional query parameter `kind` (string) was added",
            ),
            (
                answer("{type: object, properties: {a: {type: string}}}"),
                answer("{type: object, properties: {}}"),
                "optional property `a` of response 200 (string) was removed",
            ),
            (
                "responses: {'200': {description: A.}}".into(),
                "responses: {'200': {description: A.}, '404': {description: B.}}".into(),
                "status `404` was added",
            ),
            (
                query("schema: {type: string}"),
                query("schema: {type: string, nullable: true}"),
                "parameter `kind` now accepts null",
            ),
        ] {
            let found = sentences(&base, &head);
            assert!(found.iter().any(|sentence| sentence == expected), "{expected}: {found:?}");
        }
    }
}
