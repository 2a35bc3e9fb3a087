//! The value of a discriminator that stands for a schema.

use std::collections::BTreeSet;

use spec::NAMED_SCHEMA;

use super::super::prelude::*;
use crate::relation::Relation;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "discriminator-value-changed",
        summary: "The values of a discriminator that select a schema changed: its `mapping` \
                  changed, or a schema without a mapping was renamed. The schema is an \
                  alternative, or it extends the schema with the discriminator.",
        rationale: "Request: an old client sends a value that the server no longer knows. \
                    Response: an old client receives a value that it does not know. The name of \
                    a schema can thus be part of the data.",
        inverse: "discriminator-value-changed",
    },
    check: Check::Choice(check),
    cases: &[
        Case::document(
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
components:
  schemas:
    S: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t}}
    A: {type: object, properties: {t: {type: string}}}
    B: {type: object, properties: {t: {type: string}, b: {type: string}}}
",
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
components:
  schemas:
    S: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: t}}
    A: {type: object, properties: {t: {type: string}}}
    C: {type: object, properties: {t: {type: string}, b: {type: string}}}
",
            &[
                "discriminator-value-changed (breaking, none, none) discriminator of an alternative \
                 was B, is C",
                "schema-renamed (none, none, none) schema was B, is C",
            ],
        ),
        Case::document(
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
components:
  schemas:
    S: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t}}
    A: {type: object, properties: {t: {type: string}}}
    B: {type: object, properties: {t: {type: string}, b: {type: string}}}
",
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
components:
  schemas:
    S:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]
      discriminator: {propertyName: t, mapping: {B: '#/components/schemas/C'}}
    A: {type: object, properties: {t: {type: string}}}
    C: {type: object, properties: {t: {type: string}, b: {type: string}}}
",
            &["schema-renamed (none, none, none) schema was B, is C"],
        ),
        Case::document(
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A'}}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            "
paths:
  /a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: integer}}}]}
",
            &[
                "discriminator-value-changed (none, breaking, none) discriminator of an alternative \
                 was a, is A",
                "type-changed (none, breaking, breaking) `type` was string, is integer",
            ],
        ),
        // A schema that is used for itself has a value, too.
        Case::document(
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t, mapping: {a: A}}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            "
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
components:
  schemas:
    S: {type: object, discriminator: {propertyName: t, mapping: {b: A}}, properties: {t: {type: string}}}
    A: {allOf: [{$ref: '#/components/schemas/S'}, {type: object, properties: {a: {type: string}}}]}
",
            &["discriminator-value-changed (breaking, none, none) discriminator of an alternative \
               was a, is b"],
        ),
    ],
};

fn check<'d>(pair: &ChoicePair<'d>, changes: &mut Changes<'d>) {
    let (Some(old), Some(new)) = (mapping(pair.base), mapping(pair.head)) else { return };
    for &(base, head) in &pair.alternatives.matched {
        let (Some(was), Some(is)) = (values(&old, base), values(&new, head)) else {
            continue;
        };
        let gone = was.difference(&is).next().is_some();
        let Some(allowed) = Allowed::of(gone, is.difference(&was).next().is_some()) else {
            continue;
        };
        let value =
            |values: BTreeSet<Cow<str>>| Some(values.into_iter().collect::<Vec<_>>().join(" or "));
        changes.add(
            "discriminator of an alternative",
            (value(was), value(is)),
            (Location::at(base), Location::at(head)),
            // What the schemas allow does not tell.
            Context { proven: Relation::default(), ..pair.context }.values(allowed, Level::None),
        );
    }
}

/// The values of a discriminator by what they are mapped to.
type Mapping<'d> = HashMap<&'d str, BTreeSet<&'d str>>;

fn mapping<'d>(choice: Node<'d>) -> Option<Mapping<'d>> {
    // A base has no list, and its discriminator is in itself.
    let own = || choice.get("discriminator");
    let discriminator = own().or_else(|| choice.parent()?.get("discriminator"))?;
    let mut mapping = Mapping::new();
    for entry in discriminator.get("mapping").into_iter().flat_map(Node::entries) {
        mapping.entry(entry.value.as_str().unwrap_or_default()).or_default().insert(entry.key);
    }
    Some(mapping)
}

/// The values that stand for an alternative; none if it has no name.
fn values<'d>(mapping: &Mapping<'d>, alternative: Node<'d>) -> Option<BTreeSet<Cow<'d, str>>> {
    let name = schemas::referenced(alternative).or_else(|| schemas::name(alternative))?;
    let reference = format!("{NAMED_SCHEMA}{name}");
    let targets = [&*name, text(alternative, "$ref"), reference.as_str()];
    let mapped = targets.into_iter().filter_map(|target| mapping.get(target));
    let mapped: BTreeSet<_> = mapped.flatten().map(|value| Cow::Borrowed(*value)).collect();
    Some(if mapped.is_empty() { BTreeSet::from([name]) } else { mapped })
}
