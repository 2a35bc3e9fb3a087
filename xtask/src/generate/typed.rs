//! Whether the document has the form of OpenAPI at all, and where it has not.

use openapiv3::{Components, OpenAPI, Operation, PathItem, ReferenceOr, Schema};
use serde::Deserialize;
use serde_json::{Value, json};

use super::lower::{Refusal, pointer_token};

const MEND: &str = "write it as OpenAPI 3.0.3 has it";

/// Refuses a document with a part of the wrong form, naming the smallest such part it can find.
pub fn check(document: &Value) -> Result<(), Refusal> {
    let version = document["openapi"].as_str().unwrap_or_default();
    if !version.starts_with("3.0.") {
        let reason = format!("the version is `{version}`, and progenitor reads 3.0 only");
        return Err(Refusal::new("/openapi", reason, "write the document as OpenAPI 3.0.3"));
    }
    fits::<OpenAPI>(document, "").map_err(|whole| part(document).err().unwrap_or(whole))
}

fn part(document: &Value) -> Result<(), Refusal> {
    for (path, item) in members(&document["paths"]).filter(|(path, _)| path.starts_with('/')) {
        let pointer = format!("/paths/{}", pointer_token(path));
        for (method, operation) in
            members(item).filter(|(key, _)| spec::METHODS.contains(&key.as_str()))
        {
            fits::<Operation>(operation, &format!("{pointer}/{method}"))?;
        }
        fits::<ReferenceOr<PathItem>>(item, &pointer)?;
    }
    for (kind, components) in members(&document["components"]) {
        for (name, component) in members(components) {
            let pointer = format!("/components/{kind}/{}", pointer_token(name));
            if kind == "schemas" {
                fits::<ReferenceOr<Schema>>(component, &pointer)?;
            }
            fits::<Components>(&json!({ kind: { name: component } }), &pointer)?;
        }
    }
    members(document).try_for_each(|(key, member)| match key.as_str() {
        "info" => fits::<openapiv3::Info>(member, "/info"),
        "servers" => fits::<Vec<openapiv3::Server>>(member, "/servers"),
        "security" => fits::<Vec<openapiv3::SecurityRequirement>>(member, "/security"),
        "tags" => fits::<Vec<openapiv3::Tag>>(member, "/tags"),
        _ => Ok(()),
    })
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn fits<'v, T: Deserialize<'v>>(value: &'v Value, pointer: &str) -> Result<(), Refusal> {
    match T::deserialize(value) {
        Ok(_) => Ok(()),
        Err(error) => Err(Refusal::new(pointer, format!("not the form of OpenAPI: {error}"), MEND)),
    }
}
