//! Changes of `not`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "not-changed",
        summary: "`not` was added, removed or changed.",
        rationale: "Request: the server may reject values that it accepted before. Response: the \
                    server may return values that were excluded before. diff cannot always \
                    decide which of two exclusions excludes more.",
        inverse: "not-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: string, not: {enum: [a]}}",
            "{type: string, not: {enum: [a, b]}}",
            &["not-changed (breaking, compatible, none) `not` was {\"enum\":[\"a\"]}, is \
                 {\"enum\":[\"a\",\"b\"]}"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, not: {enum: [a]}}",
            &["not-changed (breaking, compatible, none) `not` was added: {\"enum\":[\"a\"]}"],
        ),
        Case::schema(
            "{type: string, not: {enum: [a]}}",
            "{type: string, not: {enum: [b]}}",
            &[
                "not-changed (risky, risky, none) `not` was {\"enum\":[\"a\"]}, is {\"enum\":[\"b\"]}",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is): (Vec<_>, Vec<_>) =
        (pair.base.all("not").collect(), pair.head.all("not").collect());
    if same_set(&was, &is) {
        return;
    }
    let allowed = match (was.is_empty(), is.is_empty()) {
        (true, _) => Allowed::Narrower,
        (_, true) => Allowed::Wider,
        _ => Allowed::Unclear,
    };
    let values = (was.first().copied().map(shown), is.first().copied().map(shown));
    let impact = pair.context.values(allowed, Level::None);
    changes.add("`not`", values, pair.locations_of("not"), impact);
}
