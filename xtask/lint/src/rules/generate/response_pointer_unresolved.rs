//! A pointer to a property that the response does not have.

use crate::prelude::*;
use mapping::extensions;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-pointer-unresolved",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A pointer in `x-guaranteed`, `x-results` or `x-pagination` does not resolve to a \
                  property of the response, or resolves to a property of another type than \
                  required.",
        rationale: "The generated code reads the property through the types of the response.",
        help: "write a pointer to a declared property, such as `/apps`; `items` must refer to an \
               array of objects, `total` to an integer, `success` to a boolean, `identity` and \
               `reason` to a string",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      x-pagination:
        items: /a
        total: /a # <-
        identity: /id
      responses:
        '200':
          description: Some a.
          x-guaranteed:
            - /total # <-
            - a # <-
            - /a
            - [/a, /b] # <-
            - [] # <-
            - 5 # <-
            - [[/a]] # <-
          x-results: {items: /a, success: /id, reason: /id} # <-
          content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}
components:
  schemas:
    List: {type: object, properties: {a: {type: array, items: {$ref: '#/components/schemas/A'}}}}
    A: {type: object, properties: {id: {type: string}}}
"],
    passing: &["
paths:
  /a:
    get:
      x-pagination: {items: /a, total: /page/total, identity: /id}
      responses:
        '200':
          description: Some a.
          x-guaranteed: [/page/total, [/page/total, /a]]
          x-results: {items: /a, success: /done, reason: /id, identity: /id}
          content:
            application/json:
              schema: {type: object, properties: {
                page: {allOf: [{type: object, properties: {total: {type: integer}}}]},
                a: {type: array, items: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
    A: {type: object, properties: {id: {type: string}, done: {type: boolean}}}
"],
    check: Check::Document(check),
};

/// What an extension holds: each pointer, whether it starts at an item of the list, and the type
/// that it refers to.
type Pointers = &'static [(&'static str, bool, &'static str)];

const PAGINATION: Pointers =
    &[("items", false, "array"), ("total", false, "integer"), ("identity", true, "string")];
const RESULTS: Pointers = &[
    ("items", false, "array"),
    ("success", true, "boolean"),
    ("identity", true, "string"),
    ("reason", true, "string"),
];

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, .. } in paths::operations(index) {
        let body = |response| spec::json_content(response).and_then(|media| media.get("schema"));
        let successes = paths::successes(index, operation);
        let successes = successes.map(|(_, _, response)| (response, body(response)));
        let successes: Vec<(Node, Option<Node>)> = successes.collect();
        for (response, body) in &successes {
            guaranteed(index, *body, *response, diagnostics);
            if let Some(results) = response.get(extensions::RESULTS) {
                all(index, *body, results, RESULTS, diagnostics);
            }
        }
        if let Some(pagination) = paths::pagination(operation) {
            let page = successes.iter().find_map(|(_, body)| *body);
            all(index, page, pagination, PAGINATION, diagnostics);
        }
    }
}

/// Checks the pointers to what a response guarantees.
fn guaranteed<'d>(
    index: &ObjectIndex<'d>,
    body: Option<Node<'d>>,
    response: Node<'d>,
    diagnostics: &mut Diagnostics,
) {
    for guarantee in response.get(extensions::GUARANTEED).into_iter().flat_map(Node::items) {
        // A list has pointers of which one is enough, so an empty one has none.
        let single = (guarantee.is_empty() || !guarantee.is_array()).then_some(guarantee);
        for pointer in guarantee.items().chain(single) {
            if follow(index, body, pointer).is_none() {
                unresolved(pointer, "property", diagnostics);
            }
        }
    }
}

/// Checks every pointer that an extension must have.
fn all<'d>(
    index: &ObjectIndex<'d>,
    body: Option<Node<'d>>,
    extension: Node<'d>,
    pointers: Pointers,
    diagnostics: &mut Diagnostics,
) {
    let list = extension.get("items").and_then(|pointer| follow(index, body, pointer));
    let item = list.and_then(|list| declared(index, list, "items"));
    for (name, is_of_item, kind) in pointers {
        let Some(pointer) = extension.get(name) else {
            diagnostics.at_key(extension, format!("required pointer `{name}` is missing"));
            continue;
        };
        let end = follow(index, if *is_of_item { item } else { body }, pointer);
        let found = end.and_then(|end| declared(index, end, "type")?.as_str());
        if found != Some(kind) {
            unresolved(pointer, kind, diagnostics);
        }
    }
}

fn unresolved(pointer: Node, wanted: &str, diagnostics: &mut Diagnostics) {
    let text = pointer.as_str().unwrap_or_default();
    diagnostics.at(pointer, format!("`{text}` does not refer to any {wanted} of the response"));
}

/// The schema at the end of a pointer.
fn follow<'d>(index: &ObjectIndex<'d>, from: Option<Node<'d>>, pointer: Node) -> Option<Node<'d>> {
    let steps = pointer.as_str()?.strip_prefix('/')?;
    steps.split('/').try_fold(from?, |schema, step| {
        composition::property(index, schema, &spec::pointer_key(step))
    })
}

/// The value of a keyword, wherever it is in the schema.
fn declared<'d>(index: &ObjectIndex<'d>, schema: Node<'d>, keyword: &str) -> Option<Node<'d>> {
    composition::parts(index, schema).into_iter().find_map(|part| part.get(keyword))
}
