//! Two path parameters without a text between them.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-adjacent",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "Two parameters of a path have no text between them.",
        rationale: "Different pairs of values result in the same URL: the server cannot tell `ab` \
                    and `c` from `a` and `bc`.",
        help: "put a separator between the two parameters, such as `/a/{b}:{c}`, or merge them \
               into one parameter",
    },
    stops_generation: true,
    failing: &["
paths:
  /a/{b}{c}: # <-
    get:
      parameters:
        - {name: b, in: path, required: true, schema: {type: string}}
        - {name: c, in: path, required: true, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    passing: &["
paths:
  /a/{b}:{c}/{d}.{e}:
    get:
      parameters:
        - {name: b, in: path, required: true, schema: {type: string}}
        - {name: c, in: path, required: true, schema: {type: string}}
        - {name: d, in: path, required: true, schema: {type: string}}
        - {name: e, in: path, required: true, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for Entry { key: path, value: item, .. } in paths::items(index) {
        for (name, separator) in spec::separated_template_names(path) {
            if separator == Some("") {
                let message =
                    format!("no text separates parameter `{name}` from the previous parameter");
                diagnostics.at_key(item, message);
            }
        }
    }
}
