//! Bounds that leave no value.

use std::cmp::Ordering;

use spec::Decimal;

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-bounds-contradictory",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A lower bound of a schema is above its upper bound, or the schema requires more \
                  properties than it allows.",
        rationale: "No value matches the schema, so clients can neither send nor receive one.",
        help: "correct the bounds",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: integer, minimum: 10, maximum: 1} # <-
    B: {type: string, minLength: 2, maxLength: 1} # <-
    C: {type: integer, minimum: 1, maximum: 1, exclusiveMaximum: true} # <-
    D: {type: object, required: [a, b], maxProperties: 1} # <-
    E: {type: object, properties: {a: {type: string}}, additionalProperties: false, minProperties: 2} # <-
    H: {type: object, properties: {a: {type: string}}, additionalProperties: false, required: [b]} # <-
    F: {type: integer, minimum: 9007199254740993, maximum: 9007199254740992} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: integer, minimum: 1, maximum: 1}
    B: {type: object, required: [a], maxProperties: 1, properties: {a: {type: string}}, additionalProperties: false}
    C: {type: object, minProperties: 1, additionalProperties: {type: string}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let bound = |field: &str| schema.get(field).and_then(|node| Some((node, Decimal::of(node)?)));
    let text = |node: Node| words::value(node);
    let is = |field: &str| schema.get(field).and_then(Node::as_bool) == Some(true);
    for (low, high, _) in contradiction::PAIRS {
        let Some(((node, least), (above, most))) = bound(low).zip(bound(high)) else { continue };
        let exclusive = low == "minimum" && (is("exclusiveMinimum") || is("exclusiveMaximum"));
        if least > most || exclusive && least == most {
            let message =
                format!("`{low}` {} and `{high}` {} leave no value", text(node), text(above));
            diagnostics.at_key(node, message);
        }
    }
    properties(schema, diagnostics);
}

/// Fewer properties allowed than required.
fn properties(schema: Node, diagnostics: &mut Diagnostics) {
    let required = schema.get("required");
    let names = required.into_iter().flat_map(Node::items).filter_map(Node::as_str);
    let count = names.collect::<HashSet<_>>().len();
    let above = |node: Node, most: usize| {
        let most = Decimal::parse(&most.to_string());
        Decimal::of(node).zip(most).map(|(bound, most)| bound.cmp(&most))
    };
    if let Some((required, most)) = required.zip(schema.get("maxProperties"))
        && above(most, count) == Some(Ordering::Less)
    {
        let message = format!(
            "`required` lists {count} properties, but `maxProperties` is {}",
            words::value(most)
        );
        diagnostics.with_help("raise `maxProperties`").at_key(required, message);
    }
    if !contradiction::is_closed(schema) {
        return;
    }
    let properties = schema.get("properties");
    for item in required.into_iter().flat_map(Node::items) {
        let Some(name) = item.as_str() else { continue };
        if properties.is_none_or(|properties| properties.get(name).is_none()) {
            let message =
                format!("`{name}` is required, and `additionalProperties: false` refuses it");
            let help = format!("declare `{name}` in `properties`, or remove it from `required`");
            diagnostics.with_help(help).at(item, message);
        }
    }
    let declared = properties.map_or(0, Node::len);
    if let Some(least) = schema.get("minProperties")
        && above(least, declared) == Some(Ordering::Greater)
    {
        let message = format!(
            "`minProperties` is {}, and `additionalProperties: false` allows {declared} properties",
            words::value(least)
        );
        diagnostics
            .with_help("declare the properties, or lower `minProperties`")
            .at_key(least, message);
    }
}
