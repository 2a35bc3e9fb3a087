//! Makes every reference to a schema one to a named schema, which is called as Rust will call it.
//!
//! typify cases names without looking whether two become one, and panics on a reference that goes
//! deeper than to a component. A name that only stands for another name is that other name.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::lowered::{Lowered, RUNTIME};
use super::walk::{MAX_LINKS, below, each_schema, pointer, pointer_token, reference, schemas};
use mapping::{Names, PRELUDE, pascal};

/// The names at the root of the client, where newtypes and open enums live as well.
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
    "Providing",
    "Response",
    "Secret",
];

pub fn pass(lowered: &mut Lowered) {
    let original = lowered.document.clone();
    let mut targets = Targets::of(&original);
    each_schema(&mut lowered.document, &mut |schema| targets.direct(schema));
    let named = std::mem::take(schemas(&mut lowered.document)).into_iter();
    let mut renamed: Map<String, Value> = named
        .filter_map(|(key, schema)| {
            let name = targets.names.get(&format!("/components/schemas/{}", pointer_token(&key)));
            Some((name?.clone(), schema))
        })
        .collect();
    // What is found may lead to more.
    while let Some((name, mut schema)) = targets.found.pop() {
        below(&mut schema, &mut |schema| targets.direct(schema));
        renamed.insert(name, schema);
    }
    *schemas(&mut lowered.document) = renamed;
}

struct Targets<'d> {
    original: &'d Value,
    /// The names of schemas, by their places.
    names: BTreeMap<String, String>,
    free: Names,
    /// Schemas that were found elsewhere than among the named ones, with their names.
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
                let place = format!("/components/schemas/{}", pointer_token(key));
                names.insert(place, free.unique(name));
            }
        }
        Self { original, names, free, found: Vec::new() }
    }

    /// Leads a reference to a named schema; what leads nowhere says nothing.
    fn direct(&mut self, schema: &mut Value) {
        let Some(to) = schema.get("$ref") else { return };
        let Some(place) = to.as_str().and_then(|to| self.end(to)) else {
            *schema = json!({});
            return;
        };
        let name = self.names.entry(place).or_insert_with_key(|place| {
            let last = place.rsplit('/').find(|token| token.parse::<usize>().is_err());
            let name = self.free.unique(pascal(last.unwrap_or_default()));
            let found = self.original.pointer(place).cloned().unwrap_or_default();
            self.found.push((name.clone(), found));
            name
        });
        *schema = reference(name);
    }

    /// The place at the end of a chain of references.
    fn end(&self, to: &str) -> Option<String> {
        let mut to = to;
        for _ in 0..MAX_LINKS {
            let place = pointer(to)?;
            let target = self.original.pointer(&place).filter(|target| target.is_object())?;
            match target.get("$ref").and_then(Value::as_str) {
                Some(next) => to = next,
                None => return Some(place),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn a_reference_leads_to_a_rust_name() {
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
