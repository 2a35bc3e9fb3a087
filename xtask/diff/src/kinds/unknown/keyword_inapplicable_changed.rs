//! A keyword that says nothing about the values.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "keyword-inapplicable-changed",
        summary: "A keyword changed that has no effect on the types that the schema allows, such \
                  as `minLength` of an integer.",
        rationale: "No client is affected, because the keyword does not restrict any value.",
        inverse: "keyword-inapplicable-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        Case::schema(
            "{type: integer}",
            "{type: integer, minLength: 3}",
            &["keyword-inapplicable-changed (none, none, none) `minLength` was added: 3"],
        ),
        Case::schema(
            "{type: string, items: {format: date}}",
            "{type: string, items: {}}",
            &["keyword-inapplicable-changed (none, none, none) `items` was \
                 {\"format\":\"date\"}, is {}"],
        ),
        Case::schema(
            "{type: string, properties: {a: {type: string}}, required: [a]}",
            "{type: string, items: {type: string}}",
            &[
                "keyword-inapplicable-changed (none, none, none) `items` was added: \
                 {\"type\":\"string\"}",
                "keyword-inapplicable-changed (none, none, none) `properties` was removed: \
                 {\"a\":{\"type\":\"string\"}}",
                "keyword-inapplicable-changed (none, none, none) `required` was removed: [\"a\"]",
            ],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    for key in fields::keys(pair) {
        let is_ignored = |object: &ResolvedObject| !object.can_apply(key);
        if !is_ignored(&pair.base) || !is_ignored(&pair.head) {
            continue;
        }
        let values = |object: &ResolvedObject<'d>| -> Vec<Node<'d>> {
            object.parts().iter().filter_map(|part| part.get(key)).collect()
        };
        let (was, is) = (values(&pair.base), values(&pair.head));
        if !same_set(&was, &is) {
            let value = |nodes: &[Node]| nodes.first().copied().map(shown);
            let location = |object: &ResolvedObject<'d>, nodes: &[Node<'d>]| {
                nodes
                    .first()
                    .map_or(Location::missing_in(object.anchor()), |node| Location::at(*node))
            };
            let locations = (location(&pair.base, &was), location(&pair.head, &is));
            changes.add(format!("`{key}`"), (value(&was), value(&is)), locations, Impact::NONE);
        }
    }
}
