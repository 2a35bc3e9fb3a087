//! The order of generated code: by name, with a fixed line for each letter.
//!
//! Two branches conflict if both add lines between the same two lines. The order of the document
//! would prevent that, but the order of keys has no meaning. Operations are sorted by the resource of
//! their path, because most names begin with one of a few verbs, and fixed lines separate letters.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

use super::model::Operation;
use mapping::snake;

const MARK: &str = "LETTER_";

/// The sort keys of types: the name, after the operation whose name it begins with. Maps the builders
/// of operations to the sort keys of the operations.
pub struct Types(BTreeMap<String, String>);

impl Types {
    /// Takes the names of the operations.
    pub fn new(operations: &[Operation]) -> Self {
        let keys = operations.iter().map(|one| (one.builder(), one.sort_key()));
        Self(keys.collect())
    }

    /// Returns the sort key of a type.
    pub fn key(&self, name: &str) -> String {
        let operation = self.operation(name).map(|operation| self.0[operation].clone());
        format!("{} {name}", operation.unwrap_or_else(|| snake(name)))
    }

    /// Returns the builder of the operation with whose name a type begins, the longest such name.
    pub fn operation<'n>(&self, name: &'n str) -> Option<&'n str> {
        let ends = name.char_indices().map(|(at, _)| at).chain([name.len()]).rev();
        ends.map(|end| &name[..end]).find(|begin| self.0.contains_key(*begin))
    }
}

/// Sorts pieces of code by their keys, with a mark before each letter.
pub fn sorted<T>(mut pieces: Vec<(String, T)>, mark: impl Fn(char) -> T) -> Vec<T> {
    pieces.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut pieces = pieces.into_iter().peekable();
    let mut sorted = Vec::new();
    for letter in 'a'..='z' {
        let is_before = |(key, _): &(String, T)| key.chars().next() < Some(letter);
        while let Some((_, piece)) = pieces.next_if(is_before) {
            sorted.push(piece);
        }
        sorted.push(mark(letter));
    }
    sorted.extend(pieces.map(|(_, piece)| piece));
    sorted
}

/// Sorts items or methods, with marks that [`marks_to_comments`] replaces: tokens have no comments.
pub fn tokens(pieces: Vec<(String, TokenStream)>) -> TokenStream {
    let mark = |letter| {
        let name = format_ident!("{MARK}{letter}");
        quote!(const #name: () = ();)
    };
    sorted(pieces, mark).into_iter().collect()
}

/// Returns the mark of a letter as an item.
pub fn item(letter: char) -> syn::Item {
    let name = format_ident!("{MARK}{letter}");
    parse_quote!(const #name: () = ();)
}

/// Returns the mark of a letter in an `impl`.
pub fn impl_item(letter: char) -> syn::ImplItem {
    let name = format_ident!("{MARK}{letter}");
    parse_quote!(const #name: () = ();)
}

/// Replaces the marks in formatted code by comments.
pub fn marks_to_comments(code: &str) -> String {
    let mut text = String::with_capacity(code.len());
    for line in code.lines() {
        let mark =
            line.trim_start().strip_prefix("const ").and_then(|line| line.strip_prefix(MARK));
        match mark.and_then(|mark| mark.strip_suffix(": () = ();")) {
            Some(letter) => {
                let indent = &line[..line.len() - line.trim_start().len()];
                text.extend([indent, "// ", letter]);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{marks_to_comments, sorted};

    #[test]
    fn letters_are_separated() {
        let keys = ["quota", "apps", "übrig", "_x", "app", "zone"];
        let pieces = keys.map(|key| (key.to_owned(), key.to_owned()));
        let sorted = sorted(pieces.into(), |letter| letter.to_string()).join(" ");
        assert_eq!(
            sorted,
            "_x a app apps b c d e f g h i j k l m n o p q quota r s t u v w x y z zone übrig"
        );
    }

    #[test]
    fn marks_become_comments() {
        let code = "mod a {\n    const LETTER_q: () = ();\n    const A: () = ();\n}\n";
        assert_eq!(marks_to_comments(code), "mod a {\n    // q\n    const A: () = ();\n}\n");
    }
}
