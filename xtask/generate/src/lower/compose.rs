//! Merges `allOf`, `oneOf`, `anyOf` and `not` into one schema without compositions.
//!
//! typify turns alternatives into an enum and decodes the first variant that fits. If no property is
//! required, the first always fits, and properties of the others are lost. One object with the
//! properties of all alternatives loses nothing; alternatives that are not objects become any JSON.

mod all_of;
mod any_of;
mod composer;
mod keywords;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::lowered::Lowered;
use super::walk::{roots, schemas, target};
use composer::Composer;

pub fn pass(lowered: &mut Lowered) {
    let named = std::mem::take(schemas(&mut lowered.document));
    let mut composer = Composer::new(&named);
    for name in innermost_first(&named) {
        composer.named(name);
    }
    roots(&mut lowered.document, &mut |schema| *schema = composer.plain(schema.take()));
    let plain = named.keys().map(|name| (name.clone(), composer.named(name))).collect();
    *schemas(&mut lowered.document) = plain;
}

/// Returns the named schemas, each after those that it refers to, so that a long chain of
/// compositions does not exhaust the stack.
fn innermost_first(named: &Map<String, Value>) -> Vec<&str> {
    let (mut first, mut entered) = (Vec::new(), BTreeSet::new());
    for name in named.keys() {
        let mut open = vec![(name.as_str(), false)];
        while let Some((name, is_left)) = open.pop() {
            if is_left {
                first.push(name);
            } else if entered.insert(name) {
                open.push((name, true));
                let mut inner = Vec::new();
                references(&named[name], &mut inner);
                open.extend(
                    inner
                        .into_iter()
                        .filter(|name| named.contains_key(*name))
                        .map(|name| (name, false)),
                );
            }
        }
    }
    first
}

/// Adds the names of the schemas that a schema refers to.
fn references<'v>(value: &'v Value, names: &mut Vec<&'v str>) {
    names.extend(target(value));
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        Value::Object(members) => members.values().for_each(|member| references(member, names)),
        _ => {}
    }
}
