//! Gives every operation an id, and each its own.
//!
//! The method of the client is called after it. Without one, the HTTP method and the path make it.

use serde_json::json;

use super::Lowered;
use super::walk::{operations, placed_operations};
use crate::generate::names::{Names, method, pascal};

pub fn pass(lowered: &mut Lowered) {
    let mut names = Names::default();
    // What is written in the document goes before what is made up.
    for is_written in [true, false] {
        for (path, method, operation) in placed_operations(&mut lowered.document) {
            let written = operation["operationId"].as_str().map(str::to_owned);
            if written.is_some() != is_written {
                continue;
            }
            let id = written.unwrap_or_else(|| pascal(&format!("{method} {path}")));
            let name = pascal(&id);
            let unique = names.unique(name.clone());
            operation["operationId"] = if unique == name { json!(id) } else { json!(unique) };
        }
    }
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
    #[test]
    fn every_id_makes_its_own_name() {
        super::super::check(
            super::pass,
            "
paths:
  /apps/{app_id}:
    get: {}
    put: {operationId: set-app}
    delete: {operationId: setApp}
",
            "
paths:
  /apps/{app_id}:
    get: {operationId: GetAppsAppId}
    put: {operationId: set-app}
    delete: {operationId: SetApp2}
",
        );
    }
}
