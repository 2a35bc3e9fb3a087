//! Removes cookie parameters and the methods OPTIONS and TRACE, which the client cannot send, and
//! callbacks, which the service sends.
//!
//! progenitor panics on both. The rules `parameter-cookie` and `operation-method-unsupported` report
//! them, so only suppressed ones are removed here.

use mapping::UNSUPPORTED_METHODS;
use serde_json::Value;

use super::lowered::Lowered;
use super::walk::{members, operations};

/// The supported locations of a parameter.
const LOCATIONS: [&str; 3] = ["header", "path", "query"];

pub fn pass(lowered: &mut Lowered) {
    for item in members(&mut lowered.document, "paths").filter_map(|(_, item)| item.as_object_mut())
    {
        item.retain(|method, _| !UNSUPPORTED_METHODS.contains(&method.as_str()));
    }
    for operation in operations(&mut lowered.document) {
        operation.as_object_mut().map(|members| members.shift_remove("callbacks"));
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters
                .retain(|parameter| LOCATIONS.iter().any(|location| parameter["in"] == *location));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn cookies_methods_and_callbacks_are_removed() {
        check(
            super::pass,
            "
paths:
  /a:
    options: {}
    get: {callbacks: {done: {}}, parameters: [{name: a, in: cookie}, {name: a, in: query}, {}]}
",
            "
paths:
  /a:
    get: {parameters: [{name: a, in: query}]}
",
        );
    }
}
