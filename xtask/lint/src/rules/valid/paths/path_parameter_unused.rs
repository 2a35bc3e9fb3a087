//! A path parameter that is not in the path.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-unused",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The path does not contain the name of a declared path parameter.",
        rationale: "The client never sends the value. Usually, one of the two names is misspelt.",
        help: "write the same name in the path, in braces, and in the parameter",
    },
    stops_generation: false,
    failing: &[
        "
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: ID, in: path, required: true, schema: {type: string}} # <-
      responses: {default: {description: An a.}}
",
        "
paths:
  /a:
    parameters:
      - $ref: '#/components/parameters/Id' # <-
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
",
        "
paths:
  /a:
    $ref: '#/x-items/a'
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}} # <-
x-items:
  a: {description: An a.}
",
    ],
    passing: &["
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: ID, in: query, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for Entry { key: path, value: item, .. } in paths::items(index) {
        let names: HashSet<&str> = spec::template_names(path).collect();
        let operations = paths::methods(index, item).map(|(_, operation)| operation);
        let holders = operations.chain(paths::layers(index, item));
        for list in holders.filter_map(|node| node.get("parameters")) {
            for written in list.items() {
                let Some(parameter) = paths::parameter(index, written) else { continue };
                if parameter.location == "path" && !names.contains(parameter.name) {
                    diagnostics.at(
                        written,
                        format!("parameter `{}` is not in the path {path}", parameter.name),
                    );
                }
            }
        }
    }
}
