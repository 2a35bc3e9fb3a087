//! Gives every operation an id, and each its own.
//!
//! The method of the client is called after it. Without one, the HTTP method and the path make it.

use serde_json::json;

use super::walk::operations;
use super::{Lowered, Refusal};
use crate::generate::names::{Names, method, pascal};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    let mut names = Names::default();
    // What is written in the document goes before what is made up.
    for is_written in [true, false] {
        operations(&mut lowered.document, |pointer, operation| {
            let written = operation["operationId"].as_str().map(str::to_owned);
            if written.is_some() != is_written {
                return Ok(());
            }
            let id = written.unwrap_or_else(|| of_place(pointer));
            let name = pascal(&id);
            let unique = names.unique(name.clone());
            operation["operationId"] = if unique == name { json!(id) } else { json!(unique) };
            Ok(())
        })?;
    }
    Ok(())
}

/// Calls every operation as its method in the client, which is free of names of progenitor's.
pub fn hide(lowered: &mut Lowered) -> Result<(), Refusal> {
    operations(&mut lowered.document, |_, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default();
        operation["operationId"] = json!(method(id));
        Ok(())
    })
}

/// `GetAppsAppId` for `/paths/~1apps~1{app_id}/get`.
fn of_place(pointer: &str) -> String {
    let (path, method) = pointer.rsplit_once('/').unwrap_or_default();
    let path = path.trim_start_matches("/paths/").replace("~1", "/").replace("~0", "~");
    pascal(&format!("{method} {path}"))
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
