//! Rust source as text: prettyplease, with a blank line between items.
//!
//! rustfmt is not run after it: the two disagree about doc comments, and doctests break.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

/// Formats the items of a file.
pub fn pretty(tokens: TokenStream) -> syn::Result<String> {
    Ok(spaced(syn::parse2(tokens)?))
}

/// Formats a file that is parsed already.
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
    text
}

/// Documentation as attributes, one a line, which are printed as `///`.
pub fn docs(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}
