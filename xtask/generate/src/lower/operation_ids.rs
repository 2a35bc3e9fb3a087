//! Gives every operation a unique id.
//!
//! The id is the name of the method in Rust. A missing id is made of the HTTP method and the path.

use std::collections::BTreeSet;

use serde_json::json;

use super::lowered::Lowered;
use super::walk::{operations, placed_operations};
use mapping::{builder, method, pascal};

pub fn pass(lowered: &mut Lowered) {
    let mut taken = BTreeSet::new();
    let Lowered { document, documented_ids, .. } = lowered;
    // Ids of the document take precedence over generated ones.
    for is_documented in [true, false] {
        for (path, method, operation) in placed_operations(document) {
            let documented = operation["operationId"].as_str().map(str::to_owned);
            if documented.is_some() != is_documented {
                continue;
            }
            let id = documented.unwrap_or_else(|| pascal(&format!("{method} {path}")));
            let unique = unique(id.clone(), &mut taken);
            operation["operationId"] = json!(unique);
            if unique != id {
                documented_ids.insert(unique, id);
            }
        }
    }
}

/// Returns the id, or, if one of its names in Rust is taken, the id with the first free number.
fn unique(id: String, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{}{number}", pascal(&id)));
    for id in std::iter::once(id.clone()).chain(numbered) {
        // `straße` and `strasse` have the same constant, `send` and `sendCall` the same builder.
        let names = [method(&id).to_uppercase(), builder(&id)];
        if names.iter().all(|name| !taken.contains(name)) {
            taken.extend(names);
            return id;
        }
    }
    id
}

/// Renames each operation to its method in Rust, which avoids names that progenitor uses itself.
pub fn for_progenitor(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        operation["operationId"] = json!(method(id));
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn ids_are_unique_in_rust() {
        check(
            super::pass,
            "
paths:
  /apps/{app_id}:
    get: {}
    put: {operationId: set-app}
    delete: {operationId: setApp}
  /a:
    get: {operationId: send}
    put: {operationId: sendCall}
    post: {operationId: new}
    delete: {operationId: newCall}
  /b:
    get: {operationId: straße}
    put: {operationId: strasse}
",
            "
paths:
  /apps/{app_id}:
    get: {operationId: GetAppsAppId}
    put: {operationId: set-app}
    delete: {operationId: SetApp2}
  /a:
    get: {operationId: send}
    put: {operationId: SendCall2}
    post: {operationId: new}
    delete: {operationId: NewCall2}
  /b:
    get: {operationId: straße}
    put: {operationId: Strasse2}
",
        );
    }
}
