//! The property that tells which schema of a choice a value fits.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "discriminator-changed",
        summary: "`discriminator` was added, removed, or names another property.",
        rationale: "Request and response: a party that selects the schema by the property reads \
                    the wrong property, or none. Source: the Rust types do not use the \
                    discriminator.",
        inverse: "discriminator-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{oneOf: [{type: object}, {type: string}], discriminator: {propertyName: a}}",
            "{oneOf: [{type: object}, {type: string}], discriminator: {propertyName: b}}",
            &["discriminator-changed (breaking, breaking, none) `discriminator` was a, is b"],
        ),
        Case::schema(
            "{oneOf: [{type: object}, {type: string}]}",
            "{oneOf: [{type: object}, {type: string}], discriminator: {propertyName: b}}",
            &["discriminator-changed (risky, compatible, none) `discriminator` was added: b"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let property = |object: &ResolvedObject| {
        object
            .all("discriminator")
            .find_map(|node| node.get("propertyName")?.as_str().map(str::to_owned))
    };
    let (was, is) = (property(&pair.base), property(&pair.head));
    let request = pair.context.is_request();
    let level = match (&was, &is) {
        _ if was == is => return,
        (Some(_), Some(_)) => Level::Breaking,
        // Who must send it did not know, and who relies on it does not get it.
        (None, _) if request => Level::Risky,
        (_, None) if !request => Level::Risky,
        _ => Level::Compatible,
    };
    let impact = pair.context.impact(level, Level::None);
    changes.add("`discriminator`", (was, is), pair.locations_of("discriminator"), impact);
}
