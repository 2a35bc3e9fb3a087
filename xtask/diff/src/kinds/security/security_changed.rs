//! What a caller must authenticate with.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-changed",
        summary: "Other security requirements count for an operation: its own, or those of the \
                  document.",
        rationale: "Request: a credential that was enough is not any more, if none of the \
                    requirements can be met with it.",
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
            &["security-changed (breaking, none, none) security is new: [{\"a\":[\"read\"]}]"],
        ),
        Case::operation(
            "security: [{a: [read, write]}]",
            "security: [{a: [read]}]",
            &["security-changed (compatible, none, none) security was \
               [{\"a\":[\"read\",\"write\"]}], is [{\"a\":[\"read\"]}]"],
        ),
        Case::operation("security: [{a: []}, {b: []}]", "security: [{b: []}, {a: []}]", &[]),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = (operations::own_security(pair.base), operations::own_security(pair.head));
    let (was, is) = (requirements(base), requirements(head));
    // Whoever meets one of them may call.
    let covers = |new: &[Requirement], old: &[Requirement]| {
        old.iter().all(|old| new.iter().any(|new| new.is_subset(old)))
    };
    let (forward, backward) = (covers(&is, &was), covers(&was, &is));
    if forward && backward && was.len() == is.len() {
        return;
    }
    let level = if forward { Level::Compatible } else { Level::Breaking };
    let value = |node: Node| node.is_array().then(|| shown(node));
    let locations = (operations::location_of(base), operations::location_of(head));
    let impact = pair.context.impact(level, Level::None);
    changes.add("security", (value(base), value(head)), locations, impact);
}

/// Schemes, each with one of its scopes or with none.
type Requirement<'d> = HashSet<(&'d str, Option<String>)>;

/// The requirements of a list, of which one must be met; without a list there is nothing to meet.
fn requirements(list: Node<'_>) -> Vec<Requirement<'_>> {
    match list.is_array() && !list.is_empty() {
        true => list.items().map(requirement).collect(),
        false => vec![HashSet::new()],
    }
}

fn requirement(node: Node<'_>) -> Requirement<'_> {
    let schemes = node.entries().flat_map(|scheme| {
        // What is no list of scopes is the same as itself only.
        let other = (!scheme.value.is_array()).then(|| shown(scheme.value));
        let scopes = scheme.value.items().map(shown).chain(other);
        std::iter::once((scheme.key, None))
            .chain(scopes.map(move |fragment| (scheme.key, Some(fragment))))
    });
    schemes.collect()
}
