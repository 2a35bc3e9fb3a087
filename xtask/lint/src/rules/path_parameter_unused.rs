//! A path parameter that the path does not have.

use super::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-unused",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A path parameter is declared whose name is not in the path.",
        rationale: "What the caller says there goes nowhere; mostly one of the two names is \
                    misspelt.",
        help: "use the same name in the path, in braces, and in the parameter",
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

fn check(outline: &Outline, findings: &mut Findings) {
    for Entry { key: path, value: item, .. } in paths::items(outline) {
        let names: HashSet<&str> = spec::template_names(path).collect();
        let operations = paths::methods(outline, item).map(|(_, operation)| operation);
        let holders = operations.chain(paths::layers(outline, item));
        for list in holders.filter_map(|node| node.get("parameters")) {
            for written in list.items() {
                let Some(parameter) = paths::parameter(outline, written) else { continue };
                if parameter.location == "path" && !names.contains(parameter.name) {
                    findings.at(written, format!("`{}` is not in the path {path}", parameter.name));
                }
            }
        }
    }
}
