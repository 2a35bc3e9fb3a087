//! A name in a path that no parameter declares.

use super::*;

pub static RULE: Rule = Rule {
    id: "path-parameter-undeclared",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A path has a name in braces, and an operation below it declares no such parameter.",
    why: "The caller cannot say what stands there, and the client cannot make the path.",
    instead: "declare the parameter with `in: path`, for the operation or for the whole path",
    failing: &["
paths:
  /a/{id}:
    get: {responses: {default: {description: An a.}}} # <-
"],
    passing: &["
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {default: {description: An a.}}}
  /empty/{id}: {}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    for Place { path, method, operation, item } in paths::operations(outline) {
        let Some(parameters) = paths::parameters(outline, item, operation) else { continue };
        let declares = |name: &str| parameters.iter().any(|parameter| parameter.is("path", name));
        for name in paths::names(path).filter(|name| !declares(name)) {
            let method = method.to_uppercase();
            let message = format!("{method} {path} declares no parameter for `{{{name}}}`");
            findings.at_key(operation, message);
        }
    }
}
