//! Renames schemas to their names in Rust, and makes every reference one to a named schema.
//!
//! typify converts names without checking for duplicates, and panics on a reference to a part of a
//! component. References to an alias become references to the schema behind it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::lowered::{Lowered, RUNTIME};
use super::walk::{MAX_LINKS, below, each_schema, pointer, reference, schemas};
use mapping::{Names, PRELUDE, pascal};

/// The names at the root of the client, where newtypes and open enums are declared, too.
const CLIENT: [&str; 19] = [
    "CallOptions",
    "Client",
    "ClientBuilder",
    "Credentials",
    "CredentialsFile",
    "DefaultCredentials",
    "Environment",
    "EnvironmentCredentials",
    "Error",
    "ErrorKind",
    "Headers",
    "Iam",
    "Items",
    "Pages",
    "Password",
    "ProvideCredentials",
    "ProvideFuture",
    "Response",
    "Secret",
];

pub fn pass(lowered: &mut Lowered) {
    let original = lowered.document.clone();
    let mut targets = Targets::of(&original);
    each_schema(&mut lowered.document, &mut |schema| targets.redirect(schema));
    let named = std::mem::take(schemas(&mut lowered.document)).into_iter();
    let mut renamed: Map<String, Value> = named
        .filter_map(|(key, schema)| {
            let name =
                targets.names.get(&format!("/components/schemas/{}", spec::pointer_token(&key)));
            Some((name?.clone(), schema))
        })
        .collect();
    // A schema that was found may refer to others.
    while let Some((name, mut schema)) = targets.found.pop() {
        below(&mut schema, &mut |schema| targets.redirect(schema));
        renamed.insert(name, schema);
    }
    *schemas(&mut lowered.document) = renamed;
}

struct Targets<'d> {
    original: &'d Value,
    /// The names of schemas, by their JSON pointers.
    names: BTreeMap<String, String>,
    free: Names,
    /// Schemas that are referenced but not named in the document, with their new names.
    found: Vec<(String, Value)>,
}

impl<'d> Targets<'d> {
    fn of(original: &'d Value) -> Self {
        let taken = PRELUDE.into_iter().chain(RUNTIME);
        let (mut names, mut free) = (BTreeMap::new(), Names::without(taken));
        let (mut values, named) = (Names::without(CLIENT), &original["components"]["schemas"]);
        for (key, schema) in named.as_object().into_iter().flatten() {
            if schema.get("$ref").is_none() {
                let name = pascal(key);
                let name = if schema["type"] == "string" { values.unique(name) } else { name };
                let target = format!("/components/schemas/{}", spec::pointer_token(key));
                names.insert(target, free.unique(name));
            }
        }
        Self { original, names, free, found: Vec::new() }
    }

    /// Points a reference to a named schema; an unresolvable one becomes the empty schema.
    fn redirect(&mut self, schema: &mut Value) {
        let Some(to) = schema.get("$ref") else { return };
        let Some(target) = to.as_str().and_then(|to| self.resolve(to)) else {
            *schema = json!({});
            return;
        };
        let name = self.names.entry(target).or_insert_with_key(|target| {
            let last = target.rsplit('/').find(|token| token.parse::<usize>().is_err());
            let name = self.free.unique(pascal(last.unwrap_or_default()));
            let found = self.original.pointer(target).cloned().unwrap_or_default();
            self.found.push((name.clone(), found));
            name
        });
        *schema = reference(name);
    }

    /// Returns the JSON pointer at the end of a chain of references.
    fn resolve(&self, to: &str) -> Option<String> {
        let mut to = to;
        for _ in 0..MAX_LINKS {
            let end = pointer(to)?;
            let target = self.original.pointer(&end).filter(|target| target.is_object())?;
            match target.get("$ref").and_then(Value::as_str) {
                Some(next) => to = next,
                None => return Some(end),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn references_use_names_in_rust() {
        check(
            super::pass,
            "
paths:
  /a:
    get:
      parameters: [{schema: {$ref: '#/components/schemas/my~1app%3Cid%3E'}}]
components:
  schemas:
    my/app<id>: {type: string}
    MyAppId: {type: object}
    alias: {$ref: '#/components/schemas/chain'}
    chain: {$ref: '#/components/schemas/MyAppId'}
    option: {items: {$ref: '#/components/schemas/alias'}}
    Error: {type: string}
    nothing: {items: {$ref: '#/components/schemas/circle'}}
    circle: {$ref: '#/components/schemas/circle'}
    deep: {items: {$ref: '#/components/schemas/option/items'}}
    odd: {items: {$ref: '#/components/responses/Odd/schema'}}
  responses:
    Odd: {schema: {items: {$ref: '#/components/schemas/odd'}}}
",
            "
paths:
  /a:
    get:
      parameters: [{schema: {$ref: '#/components/schemas/MyAppId'}}]
components:
  schemas:
    MyAppId: {type: string}
    MyAppId2: {type: object}
    Option2: {items: {$ref: '#/components/schemas/MyAppId2'}}
    Error2: {type: string}
    Nothing: {items: {}}
    Deep: {items: {$ref: '#/components/schemas/MyAppId2'}}
    Odd: {items: {$ref: '#/components/schemas/Schema'}}
    Schema: {items: {$ref: '#/components/schemas/Odd'}}
  responses:
    Odd: {schema: {items: {$ref: '#/components/schemas/Odd'}}}
",
        );
    }
}
