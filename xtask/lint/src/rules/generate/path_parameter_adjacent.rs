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
  /f/{g}{h}:
    parameters:
      - {name: g, in: path, required: true, schema: {type: string}}
      - {name: h, in: path, required: true, style: matrix, schema: {type: string}}
    get: {responses: {default: {description: An f.}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for Entry { key: path, value: item, .. } in paths::items(index) {
        for (name, separator) in spec::separated_template_names(path) {
            if separator == Some("") && !has_prefix(index, item, name) {
                let message =
                    format!("no text separates parameter `{name}` from the previous parameter");
                diagnostics.at_key(item, message);
            }
        }
    }
}

/// Whether a parameter has a style whose prefix separates it from what is before it. The rule
/// `path-parameter-styled` reports it.
fn has_prefix<'d>(index: &ObjectIndex<'d>, item: Node<'d>, name: &str) -> bool {
    let operations = paths::methods(index, item).map(|(_, operation)| operation);
    let lists = paths::layers(index, item).chain(operations).filter_map(|it| it.get("parameters"));
    lists.flat_map(Node::items).filter_map(|written| index.resolve(written)).any(|parameter| {
        let says = |field: &str| parameter.get(field).and_then(Node::as_str);
        says("in") == Some("path")
            && says("name") == Some(name)
            && matches!(says("style"), Some("label" | "matrix"))
    })
}
