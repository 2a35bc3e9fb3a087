//! Responses and their statuses.

use spec::{Node, Operation};

/// Returns a status as a change shows it, with the range or `default` that covers it in the other
/// document.
pub fn shown(status: &str, covering: Option<&str>) -> String {
    match covering {
        Some(covering) => format!("{status}, covered by `{covering}`"),
        None => status.to_owned(),
    }
}

/// Whether a key of `responses` is for all statuses of another one.
pub fn covers(range: &str, status: &str) -> bool {
    let class = range
        .get(..1)
        .filter(|_| range.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("xx")));
    class.is_some_and(|class| status.starts_with(class))
}

/// The response that counts for a status or a range which an operation does not have itself.
pub fn covering<'d>(operation: Operation<'d>, status: &str) -> Option<(&'d str, Node<'d>)> {
    let range = status.get(..1).map(|class| format!("{class}XX"));
    let range = range.filter(|range| is_exact(status) && *range != status);
    let covers = |key: &str| match &range {
        Some(range) if key.eq_ignore_ascii_case(range) => Some(0),
        _ if key == "default" && status != "default" => Some(1),
        _ => None,
    };
    let responses = operation.node.get("responses")?.entries();
    let covering = responses.filter_map(|entry| Some((covers(entry.key)?, entry)));
    covering.min_by_key(|(rank, _)| *rank).map(|(_, entry)| (entry.key, entry.value))
}

/// Whether a key of `responses` is one status, and no range.
fn is_exact(status: &str) -> bool {
    status.len() == 3 && status.bytes().all(|byte| byte.is_ascii_digit())
}
