//! Rust source as text: prettyplease, with a blank line between items.
//!
//! rustfmt does not run after it: the two format doc comments differently, and doctests break.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::order;

/// Formats the items of a file.
pub fn pretty(tokens: TokenStream) -> syn::Result<String> {
    Ok(spaced(syn::parse2(tokens)?))
}

/// Formats a parsed file.
pub fn spaced(mut file: syn::File) -> String {
    let mut text = String::new();
    let mut after_use = true;
    for item in std::mem::take(&mut file.items) {
        let is_use = matches!(item, Item::Use(_));
        if !(text.is_empty() || is_use && after_use) {
            text.push('\n');
        }
        after_use = is_use;
        file.items = vec![item];
        text.push_str(&prettyplease::unparse(&file));
    }
    order::marks_to_comments(&text)
}

/// Escapes the characters that rustc denies in a source, because they would reorder or break a line.
/// In literals, of which quote escapes most, the meaning is the same; all others are in comments.
pub fn visible(source: &str) -> String {
    let is_denied = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\n' | '\t');
        is_control
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut text = String::with_capacity(source.len());
    for c in source.chars() {
        if is_denied(c) { text.extend(c.escape_unicode()) } else { text.push(c) }
    }
    text
}

/// Returns documentation as attributes, one per line, which are printed as `///`.
pub fn docs(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

#[cfg(test)]
mod tests {
    #[test]
    fn characters_that_rustc_denies_are_escaped() {
        let source = "/// a\u{202e}b\u{0}\r\u{2066}\nconst A: &str = \"ü\t\u{200f}\";";
        let visible = "/// a\\u{202e}b\\u{0}\\u{d}\\u{2066}\nconst A: &str = \"ü\t\\u{200f}\";";
        assert_eq!(super::visible(source), visible);
    }
}
