//! Leaves out what the client cannot send: cookies, and the methods OPTIONS and TRACE.
//!
//! progenitor panics on both. `parameter-cookie` and `operation-method-unsupported` find them, so
//! that this happens only where the document allows it.

use mapping::UNSENT;
use serde_json::Value;

use super::lowered::Lowered;
use super::walk::{members, operations};

/// Where a parameter can be. Elsewhere is a cookie, or it is no parameter.
const PLACES: [&str; 3] = ["header", "path", "query"];

pub fn pass(lowered: &mut Lowered) {
    for item in members(&mut lowered.document, "paths").filter_map(|(_, item)| item.as_object_mut())
    {
        item.retain(|method, _| !UNSENT.contains(&method.as_str()));
    }
    for operation in operations(&mut lowered.document) {
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters.retain(|parameter| PLACES.iter().any(|place| parameter["in"] == *place));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn cookies_and_methods_are_left_out() {
        check(
            super::pass,
            "
paths:
  /a:
    options: {}
    get: {parameters: [{name: a, in: cookie}, {name: a, in: query}, {}]}
",
            "
paths:
  /a:
    get: {parameters: [{name: a, in: query}]}
",
        );
    }
}
