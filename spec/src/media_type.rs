//! Media types, and which of those in the `content` of a body is its JSON.

use crate::node::Node;

/// The media type of JSON.
const JSON: &str = "application/json";

/// Returns the media type object for JSON of a request body or response.
///
/// `application/json` is preferred to `application/problem+json` and similar types, and these to a
/// range (`*/*`, `application/*`), which means JSON unless its schema is of type `string`.
///
/// ```
/// # fn main() -> Result<(), Vec<spec::ParseDiagnostic>> {
/// let text = "content: {text/html: {}, application/json; charset=utf-8: {}}";
/// let source = spec::Source::new("body.yaml", text);
/// let document = spec::Document::parse(&source)?;
/// let json = spec::json_content(document.root()).expect("has JSON");
/// assert_eq!(json.key(), Some("application/json; charset=utf-8"));
/// # Ok(())
/// # }
/// ```
pub fn json_content(body: Node<'_>) -> Option<Node<'_>> {
    let content = body.get("content")?;
    let entries = || content.entries().map(|entry| (entry.key, entry.value));
    json_of(entries, |media| {
        let schema = media.get("schema").map(|schema| schema.resolve().unwrap_or(schema));
        schema.map(|schema| schema.get("type").and_then(Node::as_str).unwrap_or_default())
    })
}

/// Does what [`json_content`] does, for a `content` in any representation: its members, and what
/// gives the `type` of a member's schema, empty if it has none, or `None` if there is no schema.
pub fn json_of<'c, M: Copy, I: Iterator<Item = (&'c str, M)>>(
    content: impl Fn() -> I,
    schema_type: impl Fn(M) -> Option<&'c str>,
) -> Option<M> {
    let is_json_range = |(name, media): &(&str, M)| {
        ["*/*", "application/*"].contains(&essence(name).as_str())
            && schema_type(*media).is_some_and(|kind| kind != "string")
    };
    let found = content().find(|(name, _)| essence(name) == JSON);
    let found = found.or_else(|| content().find(|(name, _)| is_json(name)));
    found.or_else(|| content().find(is_json_range)).map(|(_, media)| media)
}

/// Returns whether a media type is JSON: `application/json` or any type with the suffix `+json`,
/// with or without parameters.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == JSON || essence.ends_with("+json")
}

/// Returns whether a client reads a media type, with or without parameters, as text: `text/*`, YAML,
/// XML, JavaScript, lines of JSON, and forms.
///
/// ```
/// assert!(spec::is_read_as_text("text/csv; charset=utf-8") && spec::is_read_as_text("application/atom+xml"));
/// assert!(!spec::is_read_as_text("image/png") && !spec::is_read_as_text("*/*"));
/// ```
pub fn is_read_as_text(media_type: &str) -> bool {
    let essence = essence(media_type);
    let Some((kind, name)) = essence.split_once('/') else { return false };
    let name = name.strip_prefix("x-").unwrap_or(name);
    let name = name.rsplit('+').next().unwrap_or(name);
    let is_listed =
        ["yaml", "xml", "javascript", "ndjson", "jsonl", "www-form-urlencoded"].contains(&name);
    kind == "text" || kind == "application" && is_listed
}

/// Returns the media type in which JSON is sent, without parameters, where the document has this
/// key: for a range, `application/json`.
///
/// ```
/// assert_eq!(spec::sent_as("application/problem+json; charset=utf-8"), "application/problem+json");
/// assert_eq!(spec::sent_as("*/*"), "application/json");
/// ```
pub fn sent_as(key: &str) -> String {
    if is_json(key) { essence(key) } else { JSON.to_owned() }
}

/// Returns a media type without its parameters, in lower case.
///
/// ```
/// assert_eq!(spec::essence("Text/HTML; charset=utf-8"), "text/html");
/// ```
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or(media_type).trim().to_ascii_lowercase()
}
