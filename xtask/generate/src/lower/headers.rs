//! Removes header parameters that callers do not set.
//!
//! OpenAPI 3.0.3 says that `Accept`, `Content-Type` and `Authorization` parameters are ignored;
//! progenitor would send them, and so override the media type of the body. The client itself sets
//! headers with credentials.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::operations;

pub fn pass(lowered: &mut Lowered) {
    let mut reserved = Vec::new();
    let schemes =
        lowered.document.pointer("/components/securitySchemes").and_then(Value::as_object);
    for scheme in schemes.into_iter().flatten().map(|(_, scheme)| scheme) {
        if let (Some("header"), Some(name)) = (scheme["in"].as_str(), scheme["name"].as_str()) {
            reserved.push(name.to_lowercase());
        }
    }
    for operation in operations(&mut lowered.document) {
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters.retain(|parameter| {
                let name = parameter["name"].as_str().unwrap_or_default().to_lowercase();
                parameter["in"] != "header"
                    || !reserved.contains(&name) && !spec::is_ignored_header(&name)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn only_headers_for_callers_are_kept() {
        check(
            super::pass,
            "
paths:
  /a:
    get:
      parameters:
        - {name: content-type, in: header}
        - {name: X-Auth-Token, in: header}
        - {name: X-Language, in: header}
        - {name: Accept, in: query}
components:
  securitySchemes:
    token: {type: apiKey, in: header, name: X-Auth-Token}
",
            "
paths:
  /a:
    get:
      parameters:
        - {name: X-Language, in: header}
        - {name: Accept, in: query}
components:
  securitySchemes:
    token: {type: apiKey, in: header, name: X-Auth-Token}
",
        );
    }
}
