//! What a number must be a multiple of.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "multiple-of-changed",
        summary: "`multipleOf` came, went, or is another number.",
        rationale: "Request: a number that was allowed may be refused now. Response: a number may \
                    come that is no multiple of what the old document says.",
        inverse: "multiple-of-changed",
    },
    check: Check::Object(&[ObjectType::Schema], check),
    cases: &[
        Case::schema(
            "{type: integer}",
            "{type: integer, multipleOf: 5}",
            &["multiple-of-changed (breaking, compatible, none) `multipleOf` is new: 5"],
        ),
        Case::schema(
            "{type: integer, multipleOf: 10}",
            "{type: integer, multipleOf: 5}",
            &["multiple-of-changed (compatible, breaking, none) `multipleOf` was 10, is 5"],
        ),
        Case::schema(
            "{type: integer, multipleOf: 10}",
            "{type: integer, multipleOf: 15}",
            &["multiple-of-changed (breaking, breaking, none) `multipleOf` was 10, is 15"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let number = |side: &ResolvedObject| side.get("multipleOf").and_then(Node::as_f64);
    let (was, is) = (number(&pair.base), number(&pair.head));
    let allowed = match (was, is) {
        _ if was == is => return,
        (Some(was), Some(is)) if was % is == 0.0 => Allowed::Wider,
        (Some(was), Some(is)) if is % was == 0.0 => Allowed::Narrower,
        (Some(_), Some(_)) => Allowed::Other,
        (None, _) => Allowed::Narrower,
        (Some(_), None) => Allowed::Wider,
    };
    let value = |number: Option<f64>| number.map(|number| number.to_string());
    let impact = pair.context.values(allowed, Level::None);
    changes.add("`multipleOf`", (value(was), value(is)), pair.locations_of("multipleOf"), impact);
}
