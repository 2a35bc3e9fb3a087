//! A name in a path that no parameter declares.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-undeclared",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A path contains a parameter in braces that an operation of the path does not \
                  declare.",
        rationale: "The client has no value for the parameter and cannot build the URL.",
        help: "declare the parameter with `in: path` in the operation or in the path item",
    },
    stops_generation: false,
    failing: &["
paths:
  /a/{id}: # <-
    get: {responses: {default: {description: An a.}}}
  /b/{id}:
    get: {responses: {default: {description: A b.}}} # <-
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {default: {description: A b.}}
  /c/{id}:
    $ref: '#/x-items/c'
    put: {responses: {default: {description: A c.}}} # <-
x-items:
  c:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {default: {description: A c.}}
"],
    passing: &["
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {default: {description: An a.}}}
  /empty/{id}: {}
  /b/{id}:
    $ref: '#/x-items/b'
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
  x-c/{id}:
    get: {responses: {default: {description: No path.}}}
x-items:
  b: {get: {responses: {default: {description: A b.}}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in paths::items(index).filter(|entry| entry.key.contains('{')) {
        let (path, item) = (entry.key, entry.value);
        let methods = paths::methods(index, item);
        let all: Vec<_> = methods
            .map(|(method, operation)| (method, operation, declared(index, item, operation)))
            .collect();
        for name in spec::template_names(path) {
            let lacks = |known: &Option<HashSet<_>>| {
                known.as_ref().is_some_and(|known| !known.contains(name))
            };
            let declaration = format!("{{name: {name}, in: path, required: true, schema: …}}");
            let help = format!("add `- {declaration}` to `parameters`");
            let mut diagnostics = diagnostics.with_help(help);
            let lacking: Vec<_> = all.iter().filter(|(.., known)| lacks(known)).collect();
            if !lacking.is_empty() && lacking.len() == all.len() {
                let message = format!("no operation declares a parameter for `{{{name}}}`");
                diagnostics.span(entry.value, expression(entry, name), message);
                continue;
            }
            for (method, operation, _) in lacking {
                let method = method.to_uppercase();
                let message = format!("{method} {path} declares no parameter for `{{{name}}}`");
                diagnostics.at_key(*operation, message);
            }
        }
    }
}

/// The names of an operation's path parameters, if all its parameters can be read.
fn declared<'d>(
    index: &ObjectIndex<'d>,
    item: Node<'d>,
    operation: Node<'d>,
) -> Option<HashSet<&'d str>> {
    let parameters = paths::parameters(index, item, operation)?.into_iter();
    let in_path = parameters.filter(|parameter| parameter.location == "path");
    Some(in_path.map(|parameter| parameter.name).collect())
}

/// Where a path has a name in braces.
fn expression(entry: Entry, name: &str) -> Span {
    let Span { start, end } = entry.key_span;
    let text = entry.value.document().source().text();
    let expression = format!("{{{name}}}");
    match text[start as usize..end as usize].find(&expression) {
        Some(at) => {
            let start = start + at as u32;
            Span { start, end: start + expression.len() as u32 }
        }
        // A JSON key may have it escaped.
        None => entry.key_span,
    }
}
