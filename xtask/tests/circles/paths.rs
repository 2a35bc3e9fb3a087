//! Finds the paths in tokens: of types, expressions, patterns, attributes, macros and imports.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// The names of a path as they are written. A macro that is called by its name alone ends with `!`.
pub type Path = Vec<String>;

/// Macros of code that is compiled elsewhere, so that its paths are not of this crate.
const WRITES_CODE: [&str; 3] = ["parse_quote", "quote", "quote_spanned"];

/// Adds every path of two names or more, and the names of macros, to `found`. In a group of an
/// import, `prefix` is the path before the group.
pub fn find(tokens: TokenStream, prefix: &[String], found: &mut Vec<Path>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let group = match tokens.get(at) {
            Some(TokenTree::Group(group)) => Some(group),
            _ => None,
        };
        match (token, group) {
            (TokenTree::Punct(mark), Some(attribute)) if mark.as_char() == '#' => {
                at += 1;
                if is_for_tests(attribute.stream()) {
                    at = end_of_item(&tokens, at);
                } else if words(attribute.stream()).first().is_some_and(|name| name != "doc") {
                    find(attribute.stream(), &[], found);
                    find_in_texts(attribute.stream(), found);
                }
            }
            // `pub(in path)` names a module around, but needs nothing of it.
            (TokenTree::Ident(word), Some(_)) if word == "pub" => at += 1,
            // The new name of an import.
            (TokenTree::Ident(word), _) if word == "as" && !prefix.is_empty() => at += 1,
            (TokenTree::Ident(_), _) => at = path(&tokens, at - 1, prefix, found),
            (TokenTree::Punct(star), _) if star.as_char() == '*' && !prefix.is_empty() => {
                found.push(prefix.to_vec());
            }
            (TokenTree::Group(group), _) => find(group.stream(), &[], found),
            _ => {}
        }
    }
}

/// Reads the path at `at`, and returns where it ends.
fn path(tokens: &[TokenTree], mut at: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| is(token, text));
    let mut path = prefix.to_vec();
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        path.push(name.to_string());
        at += 1;
        if !is(at, ":") || !is(at + 1, ":") {
            break;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(_)) => at += 2,
            Some(TokenTree::Group(group)) => {
                find(group.stream(), &path, found);
                return at + 3;
            }
            _ if is(at + 2, "*") => {
                path.push("*".to_owned());
                at += 3;
                break;
            }
            _ => break,
        }
    }
    let is_call = is(at, "!") && !is(at + 1, "=");
    if is_call && path.last().is_some_and(|name| WRITES_CODE.contains(&name.as_str())) {
        return at + 2;
    }
    if is_call && path.len() == 1 {
        path[0].push('!');
        found.push(path);
    } else if path.len() > 1 {
        found.push(path);
    }
    at
}

/// Finds the paths in the texts of an attribute: `#[serde(with = "crate::x")]`.
fn find_in_texts(tokens: TokenStream, found: &mut Vec<Path>) {
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            find_in_texts(group.stream(), found);
        }
        let path = text(&token).and_then(|text| syn::parse_str::<syn::Path>(&text).ok());
        find(path.into_token_stream(), &[], found);
    }
}

/// Returns where the item ends that begins at `at`: after its braces, its semicolon or, as a field,
/// its comma.
fn end_of_item(tokens: &[TokenTree], at: usize) -> usize {
    let item = &tokens[at..];
    let is_named = |next: &[TokenTree]| {
        matches!(next[0], TokenTree::Ident(_)) && is(&next[1], ":") && !is(&next[2], ":")
    };
    let has_keyword =
        item.iter().take(2).any(|word| ["const", "let", "static"].iter().any(|of| is(word, of)));
    let is_field = !has_keyword && item.windows(3).take(3).any(is_named);
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => is(token, if is_field { "," } else { ";" }),
    };
    item.iter().position(is_end).map_or(tokens.len(), |length| at + length + 1)
}

fn is(token: &TokenTree, text: &str) -> bool {
    !matches!(token, TokenTree::Group(_)) && token.to_string() == text
}

/// Returns every identifier.
pub fn words(tokens: TokenStream) -> Vec<String> {
    let of_token = |token| match token {
        TokenTree::Group(group) => words(group.stream()),
        TokenTree::Ident(word) => vec![word.to_string()],
        _ => Vec::new(),
    };
    tokens.into_iter().flat_map(of_token).collect()
}

/// Returns the value of a string literal.
pub fn text(token: &impl ToTokens) -> Option<String> {
    syn::parse2::<syn::LitStr>(token.to_token_stream()).ok().map(|literal| literal.value())
}

/// Returns whether an attribute is `cfg(test)`, or `cfg(all(…))` with `test` in it.
pub fn is_for_tests(attribute: TokenStream) -> bool {
    let words = words(attribute);
    let has = |word: &str| words.iter().any(|other| other == word);
    words.first().is_some_and(|first| first == "cfg") && has("test") && !has("any") && !has("not")
}
