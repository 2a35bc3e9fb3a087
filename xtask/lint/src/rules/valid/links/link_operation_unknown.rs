//! A link to an operation that does not exist.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "link-operation-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `operationId` or `operationRef` of a link does not refer to an operation.",
        rationale: "Clients cannot follow the link.",
        help: "write the `operationId` of an operation of this document",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A: {operationId: showA} # <-
    B: {operationRef: '#/paths/~1a/put'} # <-
    C: {operationRef: '#/paths/~1a'} # <-
    D: {operationRef: ShowA} # <-
    E: {operationRef: 'no/such/file.yaml#/paths/~1a/get'} # <-
"],
    passing: &[
        "
paths:
  /a: {$ref: 'https://example.com/openapi.yaml#/paths/~1a'}
components:
  links:
    A: {operationId: ShowA}
",
        "
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A: {operationId: ShowA}
    B: {operationRef: '#/paths/~1a~1{id}/get'}
    C: {operationRef: 'https://example.com/openapi.yaml#/paths/~1a/put'}
",
    ],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let id =
        |operation: Node| operation.get("operationId").and_then(Node::as_str).map(str::to_owned);
    let ids: HashSet<String> = index.all(Kind::Operation).filter_map(id).collect();
    // A path item that cannot be read may have any operation.
    let items = || index.references.iter().filter(|one| one.expects == Kind::PathItem);
    let all_known = items().all(|reference| reference.target.is_ok())
        && !index.misplaced_references.iter().any(|(_, holds)| {
            matches!(holds, Type::Object(Kind::Paths | Kind::PathItem | Kind::Operation))
        });
    let is_foreign_operation = |target: Node| {
        let is_foreign = !std::ptr::addr_eq(target.document(), index.document());
        is_foreign && target.get("responses").is_some()
    };
    for link in index.all(Kind::Link) {
        let field = |name: &str| link.get(name).and_then(|node| Some((node, node.as_str()?)));
        if let Some((node, id)) = field("operationId")
            && !ids.contains(id)
            && all_known
        {
            let near = index.spelling.suggestion(id, ids.iter().map(String::as_str));
            diagnostics.at(node, format!("unknown operation `{id}`{near}"));
        }
        if let Some((node, text)) = field("operationRef") {
            match index.follow(node, text) {
                Ok(target) if index.kind(target) == Some(Kind::Operation) => {}
                // In another file, only what a `$ref` refers to has a kind.
                Ok(target) if index.kind(target).is_none() && is_foreign_operation(target) => {}
                Ok(_) => diagnostics.at(node, format!("`{text}` does not refer to an operation")),
                Err(RefErrorKind::Url) => {}
                Err(RefErrorKind::File) => {
                    let message = format!("`{text}` refers to a file that cannot be read");
                    let help = "write `operationId`, or the path of a file relative to this one, \
                                with `#` and the JSON pointer of the operation";
                    diagnostics.with_help(help).at(node, message);
                }
                Err(_) => diagnostics.at(node, format!("`{text}` does not exist")),
            }
        }
    }
}
