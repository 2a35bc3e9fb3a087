//! Which styles of parameters OpenAPI defines.

/// Returns the styles that a location allows, none for an unknown location.
pub fn of_location(location: &str) -> &'static [&'static str] {
    match location {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        "cookie" => &["form"],
        _ => &[],
    }
}

/// Returns why a style that the location allows is not defined, as the end of a message.
pub fn undefined(style: &str, kind: &str, explode: Option<bool>) -> Option<String> {
    let is_primitive = !matches!(kind, "array" | "object");
    match style {
        "deepObject" if kind != "object" => Some(format!("for type `{kind}`")),
        "spaceDelimited" | "pipeDelimited" if is_primitive => Some(format!("for type `{kind}`")),
        "spaceDelimited" | "pipeDelimited" if explode == Some(true) => {
            Some("with `explode: true`".to_owned())
        }
        _ => None,
    }
}
