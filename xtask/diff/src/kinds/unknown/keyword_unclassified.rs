//! A change that no other kind is about.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "keyword-unclassified",
        summary: "A member that OpenAPI 3.0 does not define there, or that has the wrong form, \
                  was added, removed or changed.",
        rationale: "diff does not know what it means, so the change counts as breaking until you \
                    check it.",
        inverse: "keyword-unclassified",
    },
    check: Check::Object(&ObjectKind::ALL, check),
    cases: &[
        Case::schema(
            "{type: string, contentEncoding: base64}",
            "{type: string, contentEncoding: base32}",
            &["keyword-unclassified (breaking, breaking, breaking) `contentEncoding` was \
               \"base64\", is \"base32\""],
        ),
        Case::schema(
            "{type: object, required: true}",
            "{type: object}",
            &["keyword-unclassified (breaking, breaking, breaking) `required` was removed: true"],
        ),
        Case::document(
            "{}",
            "webhooks: {}",
            &["keyword-unclassified (breaking, none, none) `webhooks` was added: {}"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for key in fields::keys(pair) {
        let (was, is): (Vec<_>, Vec<_>) =
            (pair.base.all(key).collect(), pair.head.all(key).collect());
        let classified = key.starts_with("x-") && key != mapping::extensions::EXTENSIBLE_ENUM
            || fields::classified(pair, key);
        if !classified && !same_set(&was, &is) {
            let value = |nodes: &[Node]| nodes.first().copied().map(shown);
            let values = (value(&was), value(&is));
            changes.add(format!("`{key}`"), values, pair.locations_of(key), pair.context.unknown());
        }
    }
}
