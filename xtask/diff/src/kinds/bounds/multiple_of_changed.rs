//! What a number must be a multiple of.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "multiple-of-changed",
        summary: "`multipleOf` came, went, or is another number.",
        rationale: "Request: a number that was allowed may be refused now. Answer: a number may \
                    come that is no multiple of what the old document says.",
        inverse: "multiple-of-changed",
    },
    check: Check::Object(&[Object::Schema], check),
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

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let number = |side: &Side| side.get("multipleOf").and_then(Node::as_f64);
    let (was, is) = (number(&pair.base), number(&pair.head));
    let effect = match (was, is) {
        _ if was == is => return,
        (Some(was), Some(is)) if was % is == 0.0 => Effect::Wider,
        (Some(was), Some(is)) if is % was == 0.0 => Effect::Narrower,
        (Some(_), Some(_)) => Effect::Other,
        (None, _) => Effect::Narrower,
        (Some(_), None) => Effect::Wider,
    };
    let value = |number: Option<f64>| number.map(|number| number.to_string());
    let verdicts = pair.reach.values(effect, Level::None);
    changes.add("`multipleOf`", (value(was), value(is)), pair.places_of("multipleOf"), verdicts);
}
