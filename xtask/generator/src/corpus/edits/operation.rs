//! The operations of an edit: each changes the text of a document and leaves the rest, comments
//! included, as it is.

use serde::Deserialize;
use serde_json::{Value, json};
use spec::{Document, Node, Source};

use super::place;
use super::splice::{insertion, range, removal};

/// One operation.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Operation {
    /// Adds a member or an item that is not there: at the end, or before another member. A place in
    /// a list ends with an index or with `-`, the end of the list.
    Add { add: String, value: Value, before: Option<String> },
    /// Replaces a value.
    Set { set: String, value: Value },
    /// Removes a member or an item.
    Remove { remove: String },
    /// Gives a member another key.
    Rename { rename: String, to: String },
    /// Moves a member behind all others.
    Last { last: String },
    /// Replaces a text wherever it is.
    Replace { replace: String, with: String },
}

/// Applies operations in their order.
///
/// # Errors
/// The document does not have what an operation is about.
pub fn apply_all(operations: &[Operation], text: String) -> Result<String, String> {
    operations.iter().try_fold(text, |text, operation| apply(operation, &text))
}

fn apply(operation: &Operation, text: &str) -> Result<String, String> {
    if let Operation::Replace { replace, with } = operation {
        return match text.contains(replace) {
            true => Ok(text.replace(replace, with)),
            false => Err(format!("the document has no text {replace:?}")),
        };
    }
    let source = Source::new("document", text);
    let document = Document::parse(&source).map_err(|problems| {
        let reason = problems.last().map_or("", |problem| &problem.message);
        format!("cannot parse the document after an operation: {reason}")
    })?;
    let (range, new) = match operation {
        Operation::Add { add, value, before } => {
            let (container, key) = place::container(&document, add)?;
            insertion(container, &key, value, before.as_deref())?
        }
        Operation::Set { set, value } => (range(place::node(&document, set)?), value.to_string()),
        Operation::Remove { remove } => removal(place::node(&document, remove)?),
        Operation::Rename { rename, to } => {
            let (container, key) = place::container(&document, rename)?;
            if container.get(to).is_some() {
                return Err(format!("the document already has `{to}` next to `{rename}`"));
            }
            let node = container.get(&key);
            let key = node.and_then(Node::key_span);
            let key = key.ok_or_else(|| format!("the document has no `{rename}`"))?;
            (key.start as usize..key.end as usize, json!(to).to_string())
        }
        Operation::Last { last } => {
            let node = place::node(&document, last)?;
            let removed = apply(&Operation::Remove { remove: last.clone() }, text)?;
            // By its pointer: without its id, an operation has no name.
            let add = node.pointer().split_off(1);
            let add = Operation::Add { add, value: node.to_value(), before: None };
            return apply(&add, &removed);
        }
        Operation::Replace { .. } => return Ok(text.to_owned()),
    };
    Ok([&text[..range.start], &new, &text[range.end..]].concat())
}

#[cfg(test)]
mod tests;
