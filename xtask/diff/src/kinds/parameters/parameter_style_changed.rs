//! Changes of the serialization of a parameter.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-style-changed",
        summary: "`style`, `explode`, `allowReserved` or `allowEmptyValue` of a parameter or \
                  header changed, or their default values did.",
        rationale: "Request: the server reads a list or an object in another format than an old \
                    client writes. Most styles write a single value in the same way. The Rust \
                    types are the same, unless an object becomes several arguments.",
        inverse: "parameter-style-changed",
    },
    check: Check::Object(&[ObjectKind::Parameter, ObjectKind::Header, ObjectKind::Encoding], check),
    cases: &[
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}]",
            "parameters: [{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}]",
            &["parameter-style-changed (breaking, none, none) style was form, exploded, is form"],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, style: form, explode: true, schema: {type: string}}]",
            &[],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, explode: false, schema: {type: string}}]",
            &["parameter-style-changed (none, none, none) style was form, exploded, is form"],
        ),
        Case::operation(
            "parameters: [{name: a, in: header, schema: {type: string}}]",
            "parameters: [{name: a, in: header, allowEmptyValue: true, schema: {type: string}}]",
            &["parameter-style-changed (none, none, none) `allowEmptyValue` was false, is true"],
        ),
        Case::operation(
            "parameters: [{name: a, in: query, schema: {type: string}}]",
            "parameters: [{name: a, in: query, allowReserved: true, schema: {type: string}}]",
            &["parameter-style-changed (risky, none, none) `allowReserved` was false, is true"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) =
        (parameters::style(pair.kind, &pair.base), parameters::style(pair.kind, &pair.head));
    if was != is {
        let composite =
            parameters::is_composite(&pair.base) || parameters::is_composite(&pair.head);
        let level = match was.0 == is.0 && !composite {
            // A single value is written alike.
            true => Level::None,
            false => Level::Breaking,
        };
        let value = |(style, explode): (String, bool)| match explode {
            true => Some(format!("{style}, exploded")),
            false => Some(style),
        };
        let values = (value(was), value(is));
        let impact = pair.context.impact(level, parameters::source(pair));
        changes.add("style", values, pair.locations(), impact);
    }
    for key in ["allowReserved", "allowEmptyValue"] {
        let (was, is) = (pair.base.is_true(key), pair.head.is_true(key));
        if was != is {
            let level = match key == "allowEmptyValue" {
                // Both say something about queries only.
                _ if pair.kind == ObjectKind::Parameter
                    && pair.head.text("in") != Some("query") =>
                {
                    Level::None
                }
                true if was => Level::Breaking,
                true => Level::Compatible,
                false => Level::Risky,
            };
            let values = (Some(was.to_string()), Some(is.to_string()));
            let impact = pair.context.impact(level, Level::None);
            changes.add(format!("`{key}`"), values, pair.locations_of(key), impact);
        }
    }
}
