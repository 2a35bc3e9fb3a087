//! Other names under which people search the documentation for an operation.
//!
//! Official names have verbs such as show, get and list for the same kind of call, and words that no
//! page explains. The method and the path say what a call does to which resource.

use mapping::snake;

use super::model::Operation;

/// Returns names made of a verb for the method and of the last fixed part of the path.
pub fn of(operation: &Operation) -> Vec<String> {
    let parts: Vec<&str> = operation.path.split('/').filter(|part| !part.is_empty()).collect();
    let is_one = parts.last().is_some_and(|part| part.contains('{'));
    let Some(noun) = parts.iter().rev().find(|part| !part.contains('{')) else { return Vec::new() };
    let noun = snake(noun);
    let noun = if is_one || operation.method == "POST" { singular(&noun) } else { noun };
    let verbs: &[&str] = match (operation.method.as_str(), is_one) {
        ("GET", true) => &["get", "show"],
        ("GET", false) => &["get", "list", "show"],
        ("POST", _) => &["create"],
        ("PUT" | "PATCH", _) => &["update"],
        ("DELETE", _) => &["delete"],
        _ => &[],
    };
    let function = operation.function();
    let names = verbs.iter().map(|verb| format!("{verb}_{noun}"));
    // rustc denies an alias that is the name itself.
    names.filter(|name| *name != function).collect()
}

/// Returns an English noun in the singular, by its ending.
fn singular(noun: &str) -> String {
    match (noun.strip_suffix("ies"), noun.strip_suffix('s')) {
        (Some(stem), _) if !stem.is_empty() => format!("{stem}y"),
        (_, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => noun.to_owned(),
    }
}
