//! Removes the schemas that no request and no successful response refers to.
//!
//! The runtime reads the bodies of error responses itself, so callers would never get their types.

use serde_json::Value;

use super::lowered::Lowered;
use super::walk::{reached, schemas};

pub fn pass(lowered: &mut Lowered) {
    let paths = lowered.document.get("paths").unwrap_or(&Value::Null);
    let reached = reached(&lowered.document, paths);
    schemas(&mut lowered.document).retain(|name, _| reached.contains(name));
    lowered.replaced.retain(|name, _| reached.contains(name));
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn only_referenced_schemas_are_kept() {
        check(
            super::pass,
            "
paths:
  /a:
    get:
      responses:
        '2XX': {content: {application/json: {schema: {$ref: '#/components/schemas/App'}}}}
components:
  schemas:
    App: {properties: {id: {$ref: '#/components/schemas/AppId'}}}
    AppId: {type: string}
    Fault: {type: object}
",
            "
paths:
  /a:
    get:
      responses:
        '2XX': {content: {application/json: {schema: {$ref: '#/components/schemas/App'}}}}
components:
  schemas:
    App: {properties: {id: {$ref: '#/components/schemas/AppId'}}}
    AppId: {type: string}
",
        );
    }
}
