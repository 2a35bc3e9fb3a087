//! When something stops working.

use mapping::extensions::SUNSET;

use super::super::prelude::*;

/// What can have a sunset.
pub const OBJECTS: &[ObjectKind] =
    &[ObjectKind::Operation, ObjectKind::Parameter, ObjectKind::Header, ObjectKind::Schema];

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "sunset-changed",
        summary: "`x-sunset`, the date after which an operation may be removed, was added, \
                  removed or changed.",
        rationale: "Request and response: a caller that plans with the old date may be too late if the new one \
                    is earlier.",
        inverse: "sunset-changed",
    },
    check: Check::Object(OBJECTS, check),
    cases: &[
        Case::operation(
            "x-sunset: '2030-12-31'",
            "x-sunset: '2030-01-31'",
            &["sunset-changed (risky, none, none) `x-sunset` was \"2030-12-31\", is \
               \"2030-01-31\""],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, x-sunset: '2030-12-31', schema: {type: string}}]",
            &["sunset-changed (compatible, none, none) `x-sunset` was added: \"2030-12-31\""],
        ),
        Case::operation(
            "x-sunset: '2030-12-31'",
            "{}",
            &["sunset-changed (compatible, none, none) `x-sunset` was removed: \"2030-12-31\""],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get(SUNSET), pair.head.get(SUNSET));
    if same_or_absent(was, is) {
        return;
    }
    let day = |node: Option<Node<'d>>| node.and_then(Node::as_str);
    let level = match (day(was), day(is)) {
        // Days of RFC 3339 are in the order of their letters.
        (Some(was), Some(is)) if is > was => Level::Compatible,
        // A first day is an announcement, in time for those who read it.
        _ if was.is_none() || is.is_none() => Level::Compatible,
        _ => Level::Risky,
    };
    let values = (was.map(shown), is.map(shown));
    let impact = pair.context.impact(level, Level::None);
    changes.add(format!("`{SUNSET}`"), values, pair.locations_of(SUNSET), impact);
}
