//! A field of an encoding that does not apply to its media type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-field-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An encoding has `headers` outside of `multipart`, or `style`, `explode` or \
                  `allowReserved` outside of `application/x-www-form-urlencoded`.",
        rationale: "The specification ignores the field for this media type, so clients send the \
                    part without it.",
        help: "remove the field",
    },
    stops_generation: false,
    failing: &["
components:
  requestBodies:
    A:
      content:
        multipart/form-data:
          schema: {type: object, properties: {a: {type: string}}}
          encoding:
            a: {style: form} # <-
"],
    passing: &["
components:
  requestBodies:
    A:
      content:
        multipart/form-data:
          schema: {type: object, properties: {a: {type: string}}}
          encoding:
            a: {contentType: text/plain, headers: {X-A: {schema: {type: string}}}}
"],
    check: Check::Each(&[Kind::Encoding], check),
};

fn check(encoding: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let media_type = index.owner(encoding).and_then(|(owner, _)| owner.key()).unwrap_or_default();
    let ignored: &[&str] = match (media::is_multipart(media_type), media::is_form(media_type)) {
        (true, _) => &["style", "explode", "allowReserved"],
        (_, true) => &["headers"],
        // The whole encoding is ignored then.
        _ => return,
    };
    for value in ignored.iter().filter_map(|field| encoding.get(field)) {
        let field = value.key().unwrap_or_default();
        diagnostics
            .with_help(format!("remove `{field}`"))
            .at_key(value, format!("`{field}` has no effect in an encoding of {media_type}"));
    }
}
