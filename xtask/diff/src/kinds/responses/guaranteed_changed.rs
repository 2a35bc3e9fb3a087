//! The values that a response guarantees.

use std::collections::{BTreeMap, BTreeSet};

use mapping::extensions::GUARANTEED;

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "guaranteed-changed",
        summary: "`x-guaranteed` of a response was added, removed, or names other values.",
        rationale: "Response: if a value is no longer guaranteed, an old client returns an error \
                    for a response without it; a new guarantee has no effect on it. Source: the \
                    output type of the operation has a method for each guaranteed value, unless \
                    one of several values is enough.",
        inverse: "guaranteed-changed",
    },
    check: Check::Object(&[ObjectKind::Response], check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a, /b]}}",
            &["guaranteed-changed (none, compatible, compatible) guaranteed value was added: /b"],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a, [/b]]}}",
            "responses: {'200': {description: A., x-guaranteed: [/b]}}",
            &["guaranteed-changed (none, breaking, breaking) guaranteed value was removed: /a"],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a, [/c, /b]]}}",
            "responses: {'200': {description: A., x-guaranteed: [[/b, /c], /a]}}",
            &[],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A., x-guaranteed: [[/b, /c]]}}",
            &["guaranteed-changed (none, compatible, none) guaranteed value was added: /b or /c"],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [[/b, /c]]}}",
            "responses: {'200': {description: A., x-guaranteed: [/b/d]}}",
            &["guaranteed-changed (none, compatible, compatible) guaranteed value was added: /b/d"],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/a]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a/b]}}",
            &[
                "guaranteed-changed (none, compatible, breaking) guaranteed value was removed: /a",
                "guaranteed-changed (none, compatible, compatible) guaranteed value was added: /a/b",
            ],
        ),
        Case::operation(
            "responses: {'200': {description: A., x-guaranteed: [/b/id]}}",
            "responses: {'200': {description: A., x-guaranteed: [/a/id, /b/id]}}",
            &[
                "guaranteed-changed (none, compatible, compatible) guaranteed value was added: /a/id",
                "guaranteed-changed (none, none, breaking) method for /b/id was id, is b_id",
            ],
        ),
    ],
};

/// The guarantees of a response, each with the method for its value. A guarantee has several pointers
/// if one of the values is enough, and no method then.
type Guarantees<'d> = BTreeMap<BTreeSet<&'d str>, Option<String>>;

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (guarantees(&pair.base), guarantees(&pair.head));
    let locations = pair.locations_of(GUARANTEED);
    let named = |pointers: &BTreeSet<&str>| Vec::from_iter(pointers.iter().copied()).join(" or ");
    for (pointers, method) in &was {
        let (name, is_kept) = (named(pointers), is_kept(pointers, &is));
        let source = if method.is_some() { Level::Breaking } else { Level::None };
        match is.get(pointers) {
            Some(other) if other == method => {}
            Some(other) => {
                let names = (method.clone(), other.clone());
                let impact = pair.context.impact(Level::None, source);
                changes.add(format!("method for {name}"), names, locations, impact);
            }
            None if is_kept && method.is_none() => {}
            None => {
                let allowed = if is_kept { Allowed::Narrower } else { Allowed::Wider };
                let impact = pair.context.values(allowed, source);
                changes.add("guaranteed value", (Some(name), None), locations, impact);
            }
        }
    }
    for (pointers, method) in is.iter().filter(|(pointers, _)| !was.contains_key(*pointers)) {
        if is_kept(pointers, &was) && method.is_none() {
            continue;
        }
        let source = if method.is_some() { Level::Compatible } else { Level::None };
        let impact = pair.context.values(Allowed::Narrower, source);
        changes.add("guaranteed value", (None, Some(named(pointers))), locations, impact);
    }
}

fn guarantees<'d>(response: &ResolvedObject<'d>) -> Guarantees<'d> {
    let items = response.get(GUARANTEED).into_iter().flat_map(Node::items);
    let mut listed: Vec<BTreeSet<&str>> = Vec::new();
    for item in items {
        let pointers: BTreeSet<&str> =
            item.as_str().into_iter().chain(item.items().filter_map(Node::as_str)).collect();
        if !pointers.is_empty() && !listed.contains(&pointers) {
            listed.push(pointers);
        }
    }
    let certain = listed.iter().filter(|pointers| pointers.len() == 1).flatten().copied();
    let mut methods = mapping::value_methods(certain).into_iter();
    let with_method = listed.into_iter().map(|pointers| {
        let method = (pointers.len() == 1).then(|| methods.next()).flatten();
        (pointers, method)
    });
    with_method.collect()
}

/// Returns whether a guarantee follows from another one: whatever value that one leads to, this one
/// has it, or an object around it.
fn is_kept(pointers: &BTreeSet<&str>, by: &Guarantees) -> bool {
    let is_around = |inner: &str| {
        pointers.iter().any(|outer| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    by.keys().any(|others| others.iter().all(|inner| is_around(inner)))
}
