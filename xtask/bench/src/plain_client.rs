//! The client that progenitor generates as it comes, without what `cargo xtask generate` adds.

use std::path::Path;

use serde_json::Value;

use crate::workspace::Result;

/// Generates and formats the client of a document in JSON.
pub fn generate(json: &str) -> Result<String> {
    let document: openapiv3::OpenAPI = serde_json::from_str(json)?;
    let tokens = progenitor::Generator::default().generate_tokens(&document);
    let file = syn::parse2(tokens.map_err(|error| error.to_string())?)?;
    Ok(prettyplease::unparse(&file))
}

/// Generates the client of one operation and its successful responses. Progenitor alone does not take
/// the whole of our document, because operations have errors of several types.
pub fn generate_operation(document: &Path, id: &str) -> Result<String> {
    let source = spec::Source::read(document)?;
    let document = spec::Document::parse(&source).map_err(|_| "the document is not valid")?;
    let mut document = document.root().to_value();
    let items = document["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut());
    for item in items.filter_map(Value::as_object_mut) {
        item.retain(|_, value| value.get("operationId").is_none_or(|other| other == id));
        for responses in
            item.values_mut().filter_map(|value| value.get_mut("responses")?.as_object_mut())
        {
            responses.retain(|status, _| status.starts_with('2'));
        }
    }
    generate(&document.to_string())
}
