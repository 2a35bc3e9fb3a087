//! The names of the methods for the values that a response guarantees.

use std::collections::BTreeSet;

use crate::names::snake;

/// The methods that a response has itself, which would hide one of a value.
const RESERVED: [&str; 12] = [
    "all_succeeded",
    "body",
    "clone",
    "deref",
    "failures",
    "fmt",
    "headers",
    "inner",
    "media_type",
    "request_id",
    "serialize",
    "status",
];

/// Returns the names of the methods for the values at these pointers, in their order.
///
/// A method is named after the last property of the pointer. If another one has that name, it is named
/// after all properties, and then it has a number. So a pointer that is added at the end changes no
/// other name.
///
/// ```
/// let names = mapping::value_methods(["/app/id", "/page/id", "/status"]);
/// assert_eq!(names, ["id", "page_id", "status_value"]);
/// ```
pub fn value_methods<'p>(pointers: impl IntoIterator<Item = &'p str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = pointers.into_iter().map(|pointer| {
        let last = method(pointer.rsplit('/').next().unwrap_or_default());
        let whole = method(pointer);
        let numbered = (2..).map(|number| format!("{whole}{number}"));
        let mut names = [last.clone(), whole.clone()].into_iter().chain(numbered);
        let is_free = |name: &String| !pair(name).iter().any(|name| taken.contains(name));
        let name = names.find(is_free).unwrap_or(last);
        taken.extend(pair(&name));
        name
    });
    names.collect()
}

fn method(text: &str) -> String {
    let name = snake(text);
    if RESERVED.contains(&name.as_str()) { format!("{name}_value") } else { name }
}

/// Returns the names of the method that borrows a value and of the one that takes it out.
fn pair(name: &str) -> [String; 2] {
    [name.to_owned(), format!("into_{name}")]
}

#[cfg(test)]
mod tests {
    use super::value_methods;

    #[test]
    fn names_are_unique() {
        for (pointers, names) in [
            (vec!["/a/id", "/b/id", "/c/id"], ["id", "b_id", "c_id"]),
            (vec!["/into_a", "/a", "/b"], ["into_a", "a2", "b"]),
            (vec!["/a-b", "/a_b", "/aB"], ["a_b", "a_b2", "a_b3"]),
            (vec!["/body", "/type", "/inner"], ["body_value", "type_", "inner_value"]),
            (vec!["/a/a", "/a/a", "/x/"], ["a", "a_a", "x"]),
        ] {
            assert_eq!(value_methods(pointers.iter().copied()), names, "{pointers:?}");
        }
    }
}
