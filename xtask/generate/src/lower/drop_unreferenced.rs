//! Takes away the schemas that no request and no success leads to.
//!
//! The runtime reads the bodies of errors itself; a type for them would be one that callers never
//! get.

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
    fn only_what_is_used_stays() {
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
