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
    let named = |is: fn(&str) -> bool| content.entries().find(|entry| is(essence(entry.key)));
    let found = named(|essence| essence.eq_ignore_ascii_case("application/json"));
    found.or_else(|| named(is_json)).map(|entry| entry.value)
}

/// Whether a media type is JSON: `application/json` or any type with the suffix `+json`, with or
/// without parameters.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    let suffix = essence.len().checked_sub("+json".len()).and_then(|start| essence.get(start..));
    essence.eq_ignore_ascii_case("application/json")
        || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("+json"))
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or(media_type).trim()
}
