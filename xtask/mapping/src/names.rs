//! Names that Rust takes: cased as it wants them, clean, and each given once.

use std::collections::BTreeSet;

use heck::{ToPascalCase, ToSnakeCase};

/// The types and traits that every Rust module has; a type of the same name would hide them.
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

/// The methods that the clients, ours and progenitor's, have by themselves.
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

/// The types that stand beside the builders of calls.
const BUILDERS: [&str; 10] = [
    "CallOptions",
    "Client",
    "Error",
    "Items",
    "Operation",
    "Paged",
    "Pages",
    "Pin",
    "Response",
    "Safety",
];

/// The words that are no identifiers, of any edition.
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in",
    "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "Self", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name of a type or of a value of an enum.
pub fn pascal(text: &str) -> String {
    identifier(clean(text).to_pascal_case(), "X", "X")
}

/// The name of a function, a parameter or a field, as progenitor makes it of the same text.
pub fn snake(text: &str) -> String {
    identifier(clean(text).to_snake_case(), "x", "_")
}

/// The name of the method that makes the call of an operation.
pub fn method(id: &str) -> String {
    let name = snake(id);
    if METHODS.contains(&name.as_str()) { format!("{name}_call") } else { name }
}

/// The name of the type that builds the call of an operation.
pub fn builder(id: &str) -> String {
    let name = pascal(id);
    let is_taken = BUILDERS.contains(&name.as_str()) || PRELUDE.contains(&name.as_str());
    if is_taken { format!("{name}Call") } else { name }
}

fn clean(text: &str) -> String {
    match text {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => text.replace('\'', "").replace(|c| !continues(c), "-"),
    }
}

fn identifier(name: String, empty: &str, prefix: &str) -> String {
    let name = match name.chars().next() {
        None => empty.to_owned(),
        Some(first) if first != '_' && is_identifier(&first.to_string()) => name,
        Some(_) => format!("{prefix}{name}"),
    };
    // A keyword is the only such name that is no identifier.
    if is_identifier(&name) { name } else { format!("{name}_") }
}

fn continues(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '_'
    } else {
        is_identifier(&format!("x{c}"))
    }
}

fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = |first| first == '_' || unicode_ident::is_xid_start(first);
    characters.next().is_some_and(starts)
        && characters.all(unicode_ident::is_xid_continue)
        && text != "_"
        && !KEYWORDS.contains(&text)
}

/// Hands out names, each once.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// With names that are never handed out.
    pub fn without<'n>(taken: impl IntoIterator<Item = &'n str>) -> Self {
        Self(taken.into_iter().map(str::to_owned).collect())
    }

    /// The name itself; if it was handed out before, with the first number that makes it new.
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
    fn every_text_makes_a_name() {
        for (text, upper, lower) in [
            ("list-apps", "ListApps", "list_apps"),
            ("HTTPError", "HttpError", "http_error"),
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
    fn no_name_is_given_twice() {
        let mut names = Names::without(["Vec"]);
        let given = ["A", "A", "A2", "A", "Vec"].map(|name| names.unique(name.to_owned()));
        assert_eq!(given, ["A", "A2", "A22", "A3", "Vec2"]);
    }
}
