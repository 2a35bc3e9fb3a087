//! Finds the JSON in the `content` of a request body or response.

use crate::node::Node;

/// The media type object for JSON; `application/json` goes before `application/problem+json` and
/// the like.
///
/// ```
/// # fn main() -> Result<(), Vec<spec::Problem>> {
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
    let named = |is: fn(&str) -> bool| content.entries().find(|entry| is(entry.key));
    let found = named(|name| essence(name) == "application/json");
    found.or_else(|| named(is_json)).map(|entry| entry.value)
}

/// Whether a media type is JSON: `application/json` or any type with the suffix `+json`, with or
/// without parameters.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
}

/// Returns a media type without its parameters, in lower case.
///
/// ```
/// assert_eq!(spec::essence("Text/HTML; charset=utf-8"), "text/html");
/// ```
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or(media_type).trim().to_ascii_lowercase()
}
