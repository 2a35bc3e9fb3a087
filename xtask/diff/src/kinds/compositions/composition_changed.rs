//! A choice between schemas that came, went, or is another kind of choice.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "composition-changed",
        summary: "`oneOf` or `anyOf` came or went, and what was there before is none of its \
                  schemas; or `oneOf` became `anyOf`, which allows a value to fit several schemas.",
        rationale: "Request: a value that was allowed may be refused now. Answer: a value may come \
                    that was not allowed. Source: a choice is another Rust type than what is none.",
        inverse: "composition-changed",
    },
    check: Check::Object(&[Object::Schema], check),
    cases: &[
        Case::schema(
            "{type: object}",
            "{type: object, anyOf: [{required: [a]}, {required: [b]}]}",
            &["composition-changed (breaking, compatible, breaking) choice is new: anyOf"],
        ),
        Case::schema(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{type: string}, {type: integer}]}",
            &["composition-changed (compatible, breaking, breaking) choice was oneOf, is anyOf"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is): (Vec<_>, Vec<_>) =
        (pair.base.choices().collect(), pair.head.choices().collect());
    let key = |list: Node| list.key().unwrap_or_default().to_owned();
    for index in 0..was.len().max(is.len()) {
        let (old, new) = (was.get(index).copied(), is.get(index).copied());
        let effect = match (old.map(key).as_deref(), new.map(key).as_deref()) {
            (Some("oneOf"), Some("anyOf")) => Effect::Wider,
            (Some("anyOf"), Some("oneOf")) => Effect::Narrower,
            (None, Some(_)) => Effect::Narrower,
            (Some(_), None) => Effect::Wider,
            _ => continue,
        };
        let places = (
            old.map_or(Place::missing_in(pair.base.anchor()), Place::at),
            new.map_or(Place::missing_in(pair.head.anchor()), Place::at),
        );
        let verdicts = pair.reach.values(effect, Level::Breaking);
        changes.add("choice", (old.map(key), new.map(key)), places, verdicts);
    }
}
