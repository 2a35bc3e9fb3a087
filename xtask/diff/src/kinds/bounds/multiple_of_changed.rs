//! Changes of `multipleOf`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "multiple-of-changed",
        summary: "`multipleOf` was added, removed or changed.",
        rationale: "Request: the server may reject numbers that it accepted before. Response: the \
                    server may return a number that is not a multiple of the old value.",
        inverse: "multiple-of-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: integer}",
            "{type: integer, multipleOf: 5}",
            &["multiple-of-changed (breaking, compatible, none) `multipleOf` was added: 5"],
        ),
        Case::schema(
            "{type: number, multipleOf: 0.3}",
            "{type: number, multipleOf: 0.1}",
            &["multiple-of-changed (compatible, breaking, none) `multipleOf` was 0.3, is 0.1"],
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
    let [was, is] = [&pair.base, &pair.head].map(|object| object.get("multipleOf"));
    let [old, new] = [was, is].map(|node| node.and_then(Decimal::of));
    let allowed = match (old, new) {
        (old, new) if old == new => return,
        (Some(old), Some(new)) if old.is_multiple(&new) == Some(true) => Allowed::Wider,
        (Some(old), Some(new)) if new.is_multiple(&old) == Some(true) => Allowed::Narrower,
        (Some(_), Some(_)) => Allowed::Other,
        (None, _) => Allowed::Narrower,
        (Some(_), None) => Allowed::Wider,
    };
    let values = (was.map(shown), is.map(shown));
    let impact = pair.context.values(allowed, Level::None);
    changes.add("`multipleOf`", values, pair.locations_of("multipleOf"), impact);
}
