//! Edits of a document.

use serde_json::Value;

/// One edit. A place is a JSON pointer without its first slash: from the root, from `components`,
/// or from the operation whose id it starts with.
pub enum Edit {
    /// Puts JSON there; in a list, before what is there, or with `-` at the end.
    Put(&'static str, &'static str),
    Remove(&'static str),
    /// Gives what is there another key.
    Rename(&'static str, &'static str),
    /// Replaces a text wherever it stands.
    Say(&'static str, &'static str),
}

impl Edit {
    pub fn apply(&self, document: &mut Value) {
        match *self {
            Self::Put(place, json) => {
                let value = serde_json::from_str(json).expect(json);
                match parent(document, place) {
                    (Value::Array(items), "-") => items.push(value),
                    (Value::Array(items), index) => items.insert(number(index), value),
                    (object, key) => object[unescaped(key)] = value,
                }
            }
            Self::Remove(place) => drop(take(document, place)),
            Self::Rename(place, key) => {
                let value = take(document, place);
                parent(document, place).0[key] = value;
            }
            Self::Say(from, to) => {
                let text = document.to_string();
                assert!(text.contains(from), "no {from}");
                *document = serde_json::from_str(&text.replace(from, to)).expect("JSON");
            }
        }
    }
}

fn take(document: &mut Value, place: &str) -> Value {
    match parent(document, place) {
        (Value::Array(items), index) => items.remove(number(index)),
        (object, key) => {
            let members = object.as_object_mut().expect(place);
            members.shift_remove(&unescaped(key)).expect(place)
        }
    }
}

/// What is around a place, and its key in that.
fn parent<'v, 'p>(document: &'v mut Value, place: &'p str) -> (&'v mut Value, &'p str) {
    let (above, key) = place.rsplit_once('/').unwrap_or(("", place));
    let start = above.split('/').next().unwrap_or_default();
    let pointer = if above.is_empty() {
        String::new()
    } else if document.get(start).is_some() {
        format!("/{above}")
    } else if document["components"].get(start).is_some() {
        format!("/components/{above}")
    } else {
        format!("{}{}", operation(document, start), &above[start.len()..])
    };
    (document.pointer_mut(&pointer).expect(place), key)
}

/// The pointer of the operation of an id.
fn operation(document: &Value, id: &str) -> String {
    let paths = document["paths"].as_object().expect("paths");
    let mut operations = paths.iter().flat_map(|(path, item)| {
        item.as_object().expect("a path").iter().map(move |(method, value)| (path, method, value))
    });
    let found =
        operations.find(|(.., value)| value.get("operationId").is_some_and(|own| own == id));
    let (path, method, _) = found.expect(id);
    format!("/paths/{}/{method}", path.replace('~', "~0").replace('/', "~1"))
}

fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

fn number(index: &str) -> usize {
    index.parse().expect("an index")
}
