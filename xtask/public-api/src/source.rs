//! Parses Rust source without its comments and the bodies of functions, which would take most of the
//! time.

use syn::Item;

use crate::lexemes::{is_comment, lexemes};

/// A source file.
pub enum Source {
    /// The text of the file.
    Text(String),
    /// The items of a file that was parsed before.
    Items(Vec<Item>),
}

impl Source {
    /// Returns the items. Those of a text have no documentation in comments, and empty functions.
    pub fn items(self) -> syn::Result<Vec<Item>> {
        match self {
            Self::Text(text) => Ok(syn::parse_file(&declarations(&text))?.items),
            Self::Items(items) => Ok(items),
        }
    }
}

fn declarations(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0usize;
    // The depth at which a function is declared, until its body or its declaration ends.
    let mut signature = None;
    let mut in_body = false;
    for lexeme in lexemes(text) {
        match lexeme {
            "fn" if signature.is_none() => signature = Some(depth),
            ";" if signature == Some(depth) => signature = None,
            "(" | "[" | "{" => {
                if lexeme == "{" && signature == Some(depth) {
                    in_body = true;
                    kept.push('{');
                }
                depth += 1;
            }
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                in_body &= signature != Some(depth);
                // A field may have the type of a function, which has no body.
                signature = signature.filter(|at| *at < depth || *at == depth && lexeme != "}");
            }
            _ => {}
        }
        match is_comment(lexeme) {
            _ if in_body => {}
            true => kept.push(' '),
            false => kept.push_str(lexeme),
        }
    }
    kept
}
