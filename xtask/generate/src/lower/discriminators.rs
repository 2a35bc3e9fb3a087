//! Turns each base of a `discriminator` into the alternatives that extend it.
//!
//! A value of the base may be any schema that has it in its `allOf`. With the base alone, the
//! properties of these schemas would be lost. The schemas themselves extend what the base was. Lint
//! refuses longer chains than are followed (`discriminator-chain-long`).

use std::collections::{BTreeMap, BTreeSet};

use mapping::MAX_BASES;
use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::{reference, referenced, schemas};

pub fn pass(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document);
    let mut alternatives: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for name in named.keys() {
        for base in bases(name, named) {
            alternatives.entry(base).or_default().push(reference(name));
        }
    }
    let own: Vec<(String, Value)> = named
        .iter()
        .filter(|(name, _)| alternatives.contains_key(*name) || extends(&named[*name]))
        .map(|(name, schema)| (name.clone(), own(schema, &alternatives, named, &mut Vec::new())))
        .collect();
    for (name, mut own) in own {
        if let Some(mut all) = alternatives.remove(&name) {
            let kept = ["description", "nullable"].map(|key| (key, own.get(key).cloned()));
            all.insert(0, own);
            own = json!({ "oneOf": all });
            for (key, value) in kept {
                value.into_iter().for_each(|value| own[key] = value);
            }
        }
        named.insert(name, own);
    }
}

/// Returns the bases that a schema extends, directly or through others.
fn bases(name: &str, named: &Map<String, Value>) -> BTreeSet<String> {
    let (mut found, mut known, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![(name, 0)]);
    while let Some((extending, depth)) = open.pop() {
        let schema = named.get(extending).filter(|_| depth < MAX_BASES && known.insert(extending));
        let Some(schema) = schema else { continue };
        if extending != name && is_base(schema) {
            found.insert(extending.to_owned());
        }
        if extends(schema) {
            open.extend(parts(schema).filter_map(referenced).map(|name| (name, depth + 1)));
        }
    }
    found
}

/// Returns whether each value of a schema names the schema that it has.
fn is_base(schema: &Value) -> bool {
    schema.get("discriminator").is_some()
        && schema.get("oneOf").is_none()
        && schema.get("anyOf").is_none()
}

/// Returns whether a schema adds to those of its `allOf`, and is not just another name for one.
fn extends(schema: &Value) -> bool {
    let adds =
        ["additionalProperties", "discriminator", "oneOf", "anyOf", "properties", "required"];
    parts(schema).count() > 1
        || parts(schema).count() == 1 && adds.iter().any(|key| schema.get(key).is_some())
}

fn parts(schema: &Value) -> impl Iterator<Item = &Value> {
    schema["allOf"].as_array().into_iter().flatten()
}

/// Returns a schema without its alternatives, in which no part refers to a base with them.
fn own<'d>(
    schema: &'d Value,
    alternatives: &BTreeMap<String, Vec<Value>>,
    named: &'d Map<String, Value>,
    pending: &mut Vec<&'d str>,
) -> Value {
    let mut own = schema.clone();
    own.as_object_mut().map(|members| members.shift_remove("discriminator"));
    if !extends(schema) {
        return own;
    }
    let parts = parts(schema).map(|part| match referenced(part) {
        Some(name)
            if alternatives.contains_key(name)
                && pending.len() < MAX_BASES
                && !pending.contains(&name) =>
        {
            pending.push(name);
            let part = self::own(&named[name], alternatives, named, pending);
            pending.pop();
            part
        }
        _ => part.clone(),
    });
    own["allOf"] = parts.collect();
    own
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn base_has_the_properties_of_what_extends_it() {
        check(
            super::pass,
            "
components:
  schemas:
    Vehicle:
      type: object
      description: A vehicle.
      discriminator: {propertyName: kind}
      properties: {kind: {type: string}}
    Car: {allOf: [{$ref: '#/components/schemas/Vehicle'}, {properties: {doors: {}}}]}
    Sports: {allOf: [{$ref: '#/components/schemas/Car'}], properties: {top: {}}}
    Alias: {allOf: [{$ref: '#/components/schemas/Vehicle'}], description: Another name.}
    Choice:
      oneOf: [{$ref: '#/components/schemas/Car'}]
      discriminator: {propertyName: kind}
    Alone: {type: object, discriminator: {propertyName: kind}}
",
            "
components:
  schemas:
    Vehicle:
      oneOf:
        - type: object
          description: A vehicle.
          properties: {kind: {type: string}}
        - {$ref: '#/components/schemas/Car'}
        - {$ref: '#/components/schemas/Sports'}
      description: A vehicle.
    Car:
      allOf:
        - type: object
          description: A vehicle.
          properties: {kind: {type: string}}
        - {properties: {doors: {}}}
    Sports: {allOf: [{$ref: '#/components/schemas/Car'}], properties: {top: {}}}
    Alias: {allOf: [{$ref: '#/components/schemas/Vehicle'}], description: Another name.}
    Choice:
      oneOf: [{$ref: '#/components/schemas/Car'}]
      discriminator: {propertyName: kind}
    Alone: {type: object, discriminator: {propertyName: kind}}
",
        );
    }

    #[test]
    fn base_that_extends_another_base_is_both() {
        check(
            super::pass,
            "
components:
  schemas:
    A: {discriminator: {propertyName: a}, properties: {a: {}}}
    B:
      allOf: [{$ref: '#/components/schemas/A'}]
      discriminator: {propertyName: a}
      properties: {b: {}}
    C: {allOf: [{$ref: '#/components/schemas/B'}], properties: {c: {}}}
",
            "
components:
  schemas:
    A:
      oneOf:
        - {properties: {a: {}}}
        - {$ref: '#/components/schemas/B'}
        - {$ref: '#/components/schemas/C'}
    B:
      oneOf:
        - {allOf: [{properties: {a: {}}}], properties: {b: {}}}
        - {$ref: '#/components/schemas/C'}
    C:
      allOf: [{allOf: [{properties: {a: {}}}], properties: {b: {}}}]
      properties: {c: {}}
",
        );
    }
}
