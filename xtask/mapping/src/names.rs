//! Converts texts of a document to names in Rust.

use std::collections::BTreeSet;

use heck::{ToPascalCase, ToSnakeCase};

use super::identifiers::is_identifier;

/// The types and traits of the prelude, which a type of the same name would hide.
pub const PRELUDE: [&str; 40] = [
    "AsMut",
    "AsRef",
    "AsyncFn",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Vec",
];

/// The methods that the clients, ours and the one of progenitor, have themselves.
const METHODS: [&str; 15] = [
    "api_version",
    "baseurl",
    "builder",
    "call",
    "client",
    "clone",
    "exec",
    "fmt",
    "for_loopback",
    "from_env",
    "inner",
    "new",
    "new_with_client",
    "post",
    "pre",
];

/// The types in the module of the builders.
const BUILDERS: [&str; 16] = [
    "CallOptions",
    "Client",
    "Error",
    "Finite",
    "Guarantees",
    "Items",
    "Operation",
    "Output",
    "Paged",
    "Pages",
    "Pin",
    "RequestBody",
    "Response",
    "Returns",
    "Safety",
    "TypedCall",
];

/// Returns the name of a type or of a variant, which is its own name in Rust.
pub fn pascal(text: &str) -> String {
    // `x-a` becomes `XA`, of which typify makes `Xa`.
    completed(clean(text).to_pascal_case().to_pascal_case(), "X", "X")
}

/// Returns the name of a function, a parameter or a field, the same that progenitor uses.
pub fn snake(text: &str) -> String {
    completed(clean(text).to_snake_case(), "x", "_")
}

/// Returns the name of the method that starts the call of an operation.
pub fn method(id: &str) -> String {
    let name = snake(id);
    if METHODS.contains(&name.as_str()) { format!("{name}_call") } else { name }
}

/// Returns the name of the builder of the call of an operation.
pub fn builder(id: &str) -> String {
    let name = pascal(id);
    let is_taken = BUILDERS.contains(&name.as_str()) || PRELUDE.contains(&name.as_str());
    if is_taken { format!("{name}Call") } else { name }
}

fn clean(text: &str) -> String {
    match text {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ if text.chars().all(continues) => text.to_owned(),
        _ => text.replace('\'', "").replace(|c| !continues(c), "-"),
    }
}

fn completed(name: String, empty: &str, prefix: &str) -> String {
    let name = match name.chars().next() {
        None => empty.to_owned(),
        Some(first) if first != '_' && is_identifier(&first.to_string()) => name,
        Some(_) => format!("{prefix}{name}"),
    };
    // Only keywords are not identifiers here.
    if is_identifier(&name) { name } else { format!("{name}_") }
}

fn continues(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '_'
    } else {
        is_identifier(&format!("x{c}"))
    }
}

/// Returns each name once.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// Reserves names that are never returned.
    pub fn without<'n>(taken: impl IntoIterator<Item = &'n str>) -> Self {
        Self(taken.into_iter().map(str::to_owned).collect())
    }

    /// Returns the name; if it was returned before, the name with the first free number.
    pub fn unique(&mut self, name: String) -> String {
        let mut unique = name.clone();
        let mut number = 2;
        while !self.0.insert(unique.clone()) {
            unique = format!("{name}{number}");
            number += 1;
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, pascal, snake};

    #[test]
    fn text_becomes_a_name() {
        for (text, upper, lower) in [
            ("list-apps", "ListApps", "list_apps"),
            ("HTTPError", "HttpError", "http_error"),
            ("list-x-a", "ListXa", "list_x_a"),
            ("a-b-cd", "AbCd", "a_b_cd"),
            ("self", "Self_", "self_"),
            ("2fa", "X2fa", "_2fa"),
            ("+1", "Plus1", "plus1"),
            ("it's", "Its", "its"),
            ("größe", "Größe", "größe"),
            ("x²", "X", "x"),
            ("Ⓐ", "X", "x"),
            ("", "X", "x"),
        ] {
            assert_eq!((pascal(text).as_str(), snake(text).as_str()), (upper, lower), "{text:?}");
            assert_eq!(pascal(upper), upper);
        }
    }

    #[test]
    fn each_name_is_returned_once() {
        let mut names = Names::without(["Vec"]);
        let given = ["A", "A", "A2", "A", "Vec"].map(|name| names.unique(name.to_owned()));
        assert_eq!(given, ["A", "A2", "A22", "A3", "Vec2"]);
    }
}
