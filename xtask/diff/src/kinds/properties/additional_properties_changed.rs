//! Changes of `additionalProperties`.

use super::super::prelude::*;
use crate::properties::Rest;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "additional-properties-changed",
        summary: "`additionalProperties` closes or opens an object, or the type of its unnamed \
                  properties changed.",
        rationale: "Request: the server may reject unnamed properties that an old client sends. \
                    Response: the server may return unnamed properties that were excluded \
                    before, or that have another type. Source: typed unnamed properties are a \
                    field of the struct, or the whole map.",
        inverse: "additional-properties-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {}}}",
            "{type: object, properties: {a: {}}, additionalProperties: false}",
            &[
                "additional-properties-changed (breaking, compatible, none) `additionalProperties` was any, \
               is none",
            ],
        ),
        Case::schema(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object}",
            &["additional-properties-changed (compatible, breaking, breaking) \
               `additionalProperties` was string, is any"],
        ),
        Case::schema("{type: object}", "{type: object, additionalProperties: true}", &[]),
        Case::schema(
            "{type: object, properties: {a: {}}, additionalProperties: true}",
            "{type: object, properties: {a: {}}}",
            &[
                "additional-properties-changed (none, none, breaking) `additionalProperties` was removed: \
               any",
            ],
        ),
        Case::schema("{type: object}", "{type: object, additionalProperties: {}}", &[]),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    // Two schemas are compared like any others.
    let schema = |object: &ResolvedObject| object.all("additionalProperties").any(Node::is_object);
    if schema(&pair.base) && schema(&pair.head) {
        return;
    }
    let (was, is) = (Rest::of(&pair.base), Rest::of(&pair.head));
    let Some(allowed) = Allowed::of(is.rank() < was.rank(), is.rank() > was.rank()) else {
        return explicitness(pair, changes);
    };
    let value = |object: &ResolvedObject, rest: Rest| match rest {
        Rest::None => Some("none".to_owned()),
        Rest::Typed(written) => {
            Some(schema_types::type_of(&ResolvedObject::schema(object.anchor(), written)))
        }
        Rest::Any => Some("any".to_owned()),
    };
    let values = (value(&pair.base, was), value(&pair.head, is));
    let impact = pair.context.values(allowed, pair.type_level());
    changes.add(
        "`additionalProperties`",
        values,
        pair.locations_of("additionalProperties"),
        impact,
    );
}

/// Reports that unnamed properties, which are allowed either way, have a field no more or now.
fn explicitness<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let is_said = |object: &ResolvedObject| {
        let mut values = object.all("additionalProperties");
        values.any(|value| value.is_object() || value.as_bool() == Some(true))
    };
    let (was, is) = (is_said(&pair.base), is_said(&pair.head));
    let source = pair.type_level();
    if was != is && source > Level::None {
        let text = |is_said: bool| is_said.then(|| "any".to_owned());
        changes.add(
            "`additionalProperties`",
            (text(was), text(is)),
            pair.locations_of("additionalProperties"),
            pair.context.impact(Level::None, source),
        );
    }
}
