//! A field that its object does not have.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An object has a field that OpenAPI 3.0.3 does not define and that does not start \
                  with `x-`.",
        rationale: "Tools ignore the field, so it has no effect. Usually, it is misspelt, in the \
                    wrong object, or of another version.",
        help: "correct the name, move the field to the object that has it, or start its name with \
               `x-`",
    },
    stops_generation: false,
    failing: &["
info: {title: A, version: '1'}
paths:
  /a:
    GET: {responses: {default: {description: An a.}}} # <-
components:
  schemas:
    A:
      const: a # <-
      propertys: {} # <-
    B:
      properties:
        b: {type: string, x-free: 1, readonly: true} # <-
"],
    passing: &["
info: {title: A, version: '1', x-audience: internal}
components:
  schemas:
    A: {type: object, properties: {const: {type: string}}, x-anything: {const: a}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (entry, object) in &index.unknown_fields {
        let place = object.title();
        let subject = format!("unknown field `{}` in {place}", entry.key);
        let fields = object.fields.iter().map(|field| field.name);
        if let Some((version, help)) = versions::field(object.kind, entry.key) {
            let message = format!("unknown field `{}` ({version}) in {place}", entry.key);
            diagnostics.with_help(help).at_key(entry.value, message);
            continue;
        }
        let (why, help) = if let Some((why, help)) = slips::in_key(entry.key) {
            (why, help)
        } else if let Some(near) = words::nearest(entry.key, fields) {
            (format!("; did you mean `{near}`?"), format!("rename the field to `{near}`"))
        } else if entry.key.starts_with("x-") {
            (", because it allows no extensions".into(), "remove the field".into())
        } else {
            diagnostics.at_key(entry.value, subject);
            continue;
        };
        diagnostics.with_help(help).at_key(entry.value, subject + &why);
    }
}
