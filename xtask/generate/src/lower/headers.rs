//! Removes header parameters that callers do not set.
//!
//! OpenAPI 3.0.3 says that `Accept`, `Content-Type` and `Authorization` parameters are ignored;
//! progenitor would send them, and so override the media type of the body. The client itself sets
//! the headers with the credentials of an operation, see `spec::is_credential_header`.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::operations;

pub fn pass(lowered: &mut Lowered) {
    let schemes = lowered.document["components"]["securitySchemes"].clone();
    let of_document = lowered.document["security"].clone();
    for operation in operations(&mut lowered.document) {
        let security = operation.get("security").unwrap_or(&of_document);
        let credentials = credentials(security, &schemes);
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters.retain(|parameter| {
                let name = parameter["name"].as_str().unwrap_or_default();
                parameter["in"] != "header"
                    || !credentials.iter().any(|own| own.eq_ignore_ascii_case(name))
                        && !spec::is_ignored_header(name)
            });
        }
    }
}

/// Returns the names of the headers that carry the credentials of a `security`.
fn credentials<'s>(security: &Value, schemes: &'s Value) -> Vec<&'s str> {
    let requirements = security.as_array().into_iter().flatten();
    let used = requirements.filter_map(Value::as_object).flat_map(|used| used.keys());
    let used = used.map(|name| &schemes[name]).filter(|scheme| scheme["in"] == "header");
    used.filter_map(|scheme| scheme["name"].as_str()).collect()
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    /// Compares the parameters of three operations, of which each has a security of its own.
    fn compare(own: &str, other: &str, none: &str) {
        let document = |own: &str, other: &str, none: &str| {
            format!(
                "
security: [{{token: []}}]
paths:
  /a:
    get:
      parameters: [{own}]
    put:
      security: [{{other: []}}, {{token: []}}]
      parameters: [{other}]
    post:
      security: []
      parameters: [{none}]
components:
  securitySchemes:
    token: {{type: apiKey, in: header, name: X-Auth-Token}}
    other: {{type: apiKey, in: header, name: X-Other}}
    unused: {{type: apiKey, in: header, name: X-Unused}}
"
            )
        };
        let all = "{name: content-type, in: header}, {name: x-auth-token, in: header}, \
                   {name: X-Other, in: header}, {name: X-Unused, in: header}, \
                   {name: api-version, in: header}, {name: Accept, in: query}";
        check(super::pass, &document(all, all, all), &document(own, other, none));
    }

    #[test]
    fn only_headers_for_callers_are_kept() {
        let kept = "{name: X-Unused, in: header}, {name: api-version, in: header}, \
                    {name: Accept, in: query}";
        compare(
            &format!("{{name: X-Other, in: header}}, {kept}"),
            kept,
            &format!("{{name: x-auth-token, in: header}}, {{name: X-Other, in: header}}, {kept}"),
        );
    }
}
