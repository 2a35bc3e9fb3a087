//! A `nullable` that does nothing.

use crate::null::{Refusals, lacks_null};
use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "nullable-ineffective",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema has `nullable: true`, but null is not allowed, or is allowed without it.",
        rationale: "OpenAPI 3.0.3 adds null only to the `type` of the same schema. An `enum` or a \
                    part of `allOf`, `anyOf` or `oneOf` that does not allow null still refuses it, \
                    so that clients that send or receive null fail.",
        help: "add `type`, or remove `nullable`: a schema without `type` allows null",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {nullable: true, allOf: [{type: string}]} # <-
    B: {type: string, nullable: true, enum: [a]} # <-
    C: {type: string, nullable: true, allOf: [{type: string}]} # <-
    D:
      type: object
      nullable: true # <-
      oneOf: [{$ref: '#/components/schemas/E'}, {type: object, required: [a]}]
    E: {type: object, allOf: [{$ref: '#/components/schemas/F'}]}
    F: {enum: [{}]}
    G:
      allOf:
        - {$ref: '#/components/schemas/E'}
        - nullable: true # <-
    H: {nullable: true} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, nullable: true, enum: [a, null]}
    B: {nullable: false}
    C: {type: string, nullable: true, allOf: [{type: string, nullable: true}, {maxLength: 2}]}
    D: {oneOf: [{$ref: '#/components/schemas/E'}, {type: object, nullable: true, enum: [null]}]}
    E: {type: object, properties: {a: {type: string}}}
    F: {type: object, nullable: true, anyOf: [{$ref: '#/components/schemas/E'}, {maxProperties: 1}]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut refusals = Refusals::default();
    for schema in index.all(Kind::Schema) {
        let nullable = schema.get("nullable").filter(|node| node.as_bool() == Some(true));
        let Some(nullable) = nullable else { continue };
        let is_typed = schema.get("type").is_some();
        if schema.get("enum").is_some_and(lacks_null) {
            let help = match is_typed {
                true => "add `null` to `enum`",
                false => "add `type`, and add `null` to `enum`",
            };
            let message = "`nullable` has no effect, because `enum` does not list `null`";
            diagnostics.with_help(help).at_key(nullable, message);
            continue;
        }
        // A part of `allOf` is meant for the schema around it.
        let around = schema.parent().filter(|list| list.key() == Some("allOf") && !is_typed);
        let around = around.and_then(Node::parent);
        let refusal = refusals.by_composition(index, schema);
        match refusal.or_else(|| refusals.by_composition(index, around?)) {
            Some((list, part)) => {
                let keyword = list.key().unwrap_or_default();
                let (why, help) = match keyword {
                    "allOf" => {
                        let name = name(index, part);
                        let why = format!("`allOf` contains {name}, which does not allow null");
                        (why, allow_in(list, part, &name))
                    }
                    _ => (
                        format!("no schema in `{keyword}` allows null"),
                        format!("add `{NULL}` to `{keyword}`"),
                    ),
                };
                let message = format!("`nullable` has no effect, because {why}");
                diagnostics.with_help(help).at_key(nullable, message);
            }
            None if !is_typed => {
                diagnostics.at_key(nullable, "`nullable` without `type` has no effect");
            }
            None => {}
        }
    }
}

/// A schema of null alone.
const NULL: &str = "{type: object, nullable: true, enum: [null]}";

/// How to allow null in a part of an `allOf`.
fn allow_in(list: Node, part: Node, name: &str) -> String {
    let has_type = part.get("type").is_some();
    let help = match part.get("enum").is_some_and(lacks_null) {
        true if has_type => format!("add `nullable: true` to {name}, and `null` to its `enum`"),
        true => format!("add `null` to the `enum` of {name}"),
        false => format!("add `nullable: true` to {name}"),
    };
    let mut items = list.items();
    match (items.next().and_then(|only| only.get("$ref")?.as_str()), items.next()) {
        (Some(reference), None) => format!("{help}, or write {}", or_null(reference)),
        _ => help,
    }
}

/// What allows null or what a reference refers to.
pub fn or_null(reference: &str) -> String {
    format!("`oneOf: [{{$ref: '{reference}'}}, {NULL}]`")
}

fn name(index: &ObjectIndex, schema: Node) -> String {
    let section = schema.parent().and_then(Node::key);
    match schema.key().filter(|_| section == Some("schemas")) {
        Some(name) => format!("`{name}`"),
        None => format!("the schema on line {}", index.line(schema)),
    }
}
