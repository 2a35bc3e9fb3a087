//! Changes of the security requirements of an operation.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-changed",
        summary: "The security requirements of an operation changed: its own, or those of the \
                  document.",
        rationale: "Request: a credential that was sufficient no longer is, if it meets none of \
                    the requirements.",
        inverse: "security-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "security: [{a: []}]",
            "security: [{a: []}, {b: []}]",
            &["security-changed (compatible, none, none) security was [{\"a\":[]}], is \
               [{\"a\":[]},{\"b\":[]}]"],
        ),
        Case::operation(
            "{}",
            "security: [{a: [read]}]",
            &["security-changed (breaking, none, none) security was added: [{\"a\":[\"read\"]}]"],
        ),
        Case::operation(
            "security: [{a: [read, write]}]",
            "security: [{a: [read]}]",
            &["security-changed (compatible, none, none) security was \
               [{\"a\":[\"read\",\"write\"]}], is [{\"a\":[\"read\"]}]"],
        ),
        Case::operation("security: [{a: []}, {b: []}]", "security: [{b: []}, {a: []}]", &[]),
        Case::operation(
            "security: [{a: []}, {a: [read]}]",
            "security: [{a: []}]",
            &["security-changed (none, none, none) security was [{\"a\":[]},{\"a\":[\"read\"]}], \
               is [{\"a\":[]}]"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = (operations::own_security(pair.base), operations::own_security(pair.head));
    let (was, is) = (requirements(pair, false, base), requirements(pair, true, head));
    // Whoever meets one of them may call.
    let covers = |new: &[Requirement], old: &[Requirement]| {
        old.iter().all(|old| new.iter().any(|new| new.is_subset(old)))
    };
    let (forward, backward) = (covers(&is, &was), covers(&was, &is));
    if forward && backward && was.len() == is.len() {
        return;
    }
    let level = match forward {
        true if backward => Level::None,
        forward => Level::breaking_unless(forward),
    };
    let value = |node: Node| node.is_array().then(|| shown(node));
    let locations = (operations::location_of(base), operations::location_of(head));
    let impact = pair.context.impact(level, Level::None);
    changes.add("security", (value(base), value(head)), locations, impact);
}

/// Schemes, each with one of its scopes or with none.
type Requirement<'p> = HashSet<(&'p str, Option<String>)>;

/// The requirements of a list, of which one must be met; without a list there is nothing to meet.
fn requirements<'p, 'd>(
    pair: &'p OperationPair<'d>,
    is_head: bool,
    list: Node<'d>,
) -> Vec<Requirement<'p>> {
    match list.is_array() && !list.is_empty() {
        true => list.items().map(|node| requirement(pair, is_head, node)).collect(),
        false => vec![HashSet::new()],
    }
}

fn requirement<'p, 'd>(
    pair: &'p OperationPair<'d>,
    is_head: bool,
    node: Node<'d>,
) -> Requirement<'p> {
    let schemes = node.entries().flat_map(|scheme| {
        // What is no list of scopes is the same as itself only.
        let other = (!scheme.value.is_array()).then(|| shown(scheme.value));
        let scopes = scheme.value.items().map(shown).chain(other);
        // Another key of the same scheme asks for the same credential.
        let id = pair.schemes.id(is_head, scheme.key);
        std::iter::once((id, None)).chain(scopes.map(move |scope| (id, Some(scope))))
    });
    schemes.collect()
}
