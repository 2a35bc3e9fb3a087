//! A reference whose schema is not in the document.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "reference-unresolved-changed",
        summary: "A schema of one document refers to another file, or to a missing object, and \
                  the other document has no equal reference there.",
        rationale: "diff cannot read the target, so anything may have changed.",
        inverse: "reference-unresolved-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{$ref: 'other.yaml#/A'}",
            "{$ref: 'other.yaml#/B'}",
            &["reference-unresolved-changed (breaking, breaking, breaking) `$ref` was \
               other.yaml#/A, is other.yaml#/B"],
        ),
        Case::schema("{$ref: 'other.yaml#/A'}", "{$ref: 'other.yaml#/A'}", &[]),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let targets = |object: &ResolvedObject| {
        let mut targets: Vec<_> =
            object.all("$ref").filter_map(Node::as_str).map(str::to_owned).collect();
        targets.sort_unstable();
        targets
    };
    let (was, is) = (targets(&pair.base), targets(&pair.head));
    if was == is {
        return;
    }
    let value = |targets: &[String]| targets.first().cloned();
    let values = (value(&was), value(&is));
    changes.add("`$ref`", values, pair.locations_of("$ref"), pair.context.unknown());
}
