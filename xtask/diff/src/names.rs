//! The names of parts of a document in messages.

use spec::Node;

/// The name of what a value belongs to: "`CreateApiRequest.api_path`", "parameter `limit`".
///
/// Of an object itself, or of one of its keywords; empty if nothing around it has a name.
pub fn of(node: Node) -> String {
    let (mut holder, mut steps) = (String::new(), Vec::new());
    let mut current = Some(node);
    while let Some(node) = current {
        let around = node.parent();
        let list = around.and_then(Node::key).unwrap_or_default();
        let key = node.key().unwrap_or_default();
        match (list, key) {
            ("schemas", name) => {
                steps.push(name.to_owned());
                break;
            }
            ("properties", name) => steps.push(format!(".{name}")),
            (_, "items") => steps.push("[]".to_owned()),
            ("responses", status) => {
                holder = format!("response {status}");
                break;
            }
            (_, "requestBody") => {
                holder = "request body".to_owned();
                break;
            }
            _ if node.get("in").is_some() => {
                let name = node.get("name").and_then(Node::as_str).unwrap_or_default();
                holder = format!("parameter `{name}`");
                break;
            }
            _ => {}
        }
        current = around;
    }
    steps.reverse();
    let path = steps.concat();
    match (holder.as_str(), path.trim_start_matches('.')) {
        (_, "") => holder,
        ("", path) => format!("`{path}`"),
        (holder, path) => format!("`{path}` in {holder}"),
    }
}
