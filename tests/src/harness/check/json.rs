//! Compares two JSON values, and finds the value at a column of a text.

use serde_json::Value;

use super::case::{Case, Difference};

/// Adds the places where a value differs from the documented one. A member that is null says as much
/// as none: it is the same to a caller.
pub fn compare(
    documented: &Value,
    found: &Value,
    place: &str,
    case: &Case,
    differences: &mut Vec<Difference>,
) {
    let mut pending = vec![(String::new(), Some(documented), Some(found))];
    while let Some((pointer, documented, found)) = pending.pop() {
        match (documented, found) {
            (Some(Value::Object(documented)), Some(Value::Object(found))) => {
                let added = found.keys().filter(|key| !documented.contains_key(*key));
                let keys: Vec<&String> = documented.keys().chain(added).collect();
                pending.extend(keys.into_iter().rev().map(|key| {
                    (format!("{pointer}/{}", token(key)), documented.get(key), found.get(key))
                }));
            }
            (Some(Value::Array(documented)), Some(Value::Array(found))) => {
                let count = documented.len().max(found.len());
                pending.extend((0..count).rev().map(|index| {
                    (format!("{pointer}/{index}"), documented.get(index), found.get(index))
                }));
            }
            (documented, found) if is_same(documented, found) => {}
            (documented, found) => {
                let show = |value: Option<&Value>| {
                    value.map_or_else(|| "nothing".to_owned(), |value| case.show(value))
                };
                let place = format!("{place} {pointer}");
                differences.push(Difference::new(place, show(documented), show(found)));
            }
        }
    }
}

fn is_same(documented: Option<&Value>, found: Option<&Value>) -> bool {
    match (documented.unwrap_or(&Value::Null), found.unwrap_or(&Value::Null)) {
        // 1 and 1.0 are one number.
        (Value::Number(a), Value::Number(b)) if a.is_f64() || b.is_f64() => {
            a.as_f64() == b.as_f64()
        }
        (a, b) => a == b,
    }
}

/// A key as one token of a JSON pointer (RFC 6901).
fn token(key: &str) -> String {
    spec::pointer_token(key).into_owned()
}

/// The innermost value, with its JSON pointer, of which the compact text is at this column. Before
/// the value counts as well, as a reader that wants another type may not go on.
pub fn at_column(value: &Value, column: usize) -> (String, &Value) {
    let (mut pointer, mut value, mut start) = (String::new(), value, 0);
    'inner: loop {
        let members: Vec<(String, usize, &Value)> = match value {
            Value::Object(members) => {
                let key = |key: &String| Value::from(key.as_str()).to_string().len() + 1;
                members.iter().map(|(name, value)| (token(name), key(name), value)).collect()
            }
            Value::Array(items) => {
                items.iter().enumerate().map(|(index, item)| (index.to_string(), 0, item)).collect()
            }
            _ => Vec::new(),
        };
        // After the bracket.
        let mut at = start + 1;
        for (name, key, inner) in members {
            let from = at + key;
            let to = from + inner.to_string().len();
            if (from..=to).contains(&column) {
                (pointer, value, start) = (format!("{pointer}/{name}"), inner, from);
                continue 'inner;
            }
            at = to + 1;
        }
        return (pointer, value);
    }
}

#[test]
fn column_is_resolved_to_its_value() {
    let value = serde_json::json!({ "a/b": [1, "two"], "c": { "d": null } });
    let text = value.to_string();
    let column = |part: &str| text.find(part).expect("is in the text") + 1;
    for (part, pointer) in
        [("1,", "/a~1b/0"), ("\"two", "/a~1b/1"), ("null", "/c/d"), ("\"c\"", "")]
    {
        assert_eq!(at_column(&value, column(part)).0, pointer, "{part}");
    }
    assert_eq!(at_column(&value, text.len()).0, "");
}
