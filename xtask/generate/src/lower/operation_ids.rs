//! Gives every operation an id, and each its own.
//!
//! The method of the client is called after it. Without one, the HTTP method and the path make it.

use std::collections::BTreeSet;

use serde_json::json;

use super::lowered::Lowered;
use super::walk::{operations, placed_operations};
use mapping::{builder, method, pascal};

pub fn pass(lowered: &mut Lowered) {
    let mut taken = BTreeSet::new();
    let Lowered { document, documented_ids, .. } = lowered;
    // What is written in the document goes before what is made up.
    for is_written in [true, false] {
        for (path, method, operation) in placed_operations(document) {
            let written = operation["operationId"].as_str().map(str::to_owned);
            if written.is_some() != is_written {
                continue;
            }
            let id = written.unwrap_or_else(|| pascal(&format!("{method} {path}")));
            let unique = unique(id.clone(), &mut taken);
            operation["operationId"] = json!(unique);
            if unique != id {
                documented_ids.insert(unique, id);
            }
        }
    }
}

/// The id itself; if a name that is made of it is taken, with the first number that makes it new.
fn unique(id: String, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{}{number}", pascal(&id)));
    for id in std::iter::once(id.clone()).chain(numbered) {
        // The constant of `straße` is that of `strasse`, the builder of `send` is that of `sendCall`.
        let names = [method(&id).to_uppercase(), builder(&id)];
        if names.iter().all(|name| !taken.contains(name)) {
            taken.extend(names);
            return id;
        }
    }
    id
}

/// Calls every operation as its method in the client, which is free of names of progenitor's.
pub fn hide(lowered: &mut Lowered) {
    for operation in operations(&mut lowered.document) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        operation["operationId"] = json!(method(id));
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn every_id_makes_its_own_name() {
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
