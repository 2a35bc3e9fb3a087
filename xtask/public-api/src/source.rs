//! Parses Rust source without its documentation and the bodies of functions, which would take most
//! of the time.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Item;

/// Returns the items of a file, without documentation and with empty functions.
pub fn items(text: &str) -> syn::Result<Vec<Item>> {
    Ok(syn::parse2::<syn::File>(declarations(text.parse()?))?.items)
}

fn declarations(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut in_signature = false;
    for token in tokens {
        match &token {
            TokenTree::Ident(word) if word == "fn" => in_signature = true,
            TokenTree::Punct(end) if end.as_char() == ';' => in_signature = false,
            TokenTree::Group(group)
                if is_documentation(group) && kept.last().is_some_and(is_pound) =>
            {
                kept.pop();
                continue;
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let is_body = std::mem::take(&mut in_signature);
                let inner = if is_body { TokenStream::new() } else { declarations(group.stream()) };
                kept.push(Group::new(Delimiter::Brace, inner).into());
                continue;
            }
            _ => {}
        }
        kept.push(token);
    }
    kept.into_iter().collect()
}

/// Returns whether this belongs to an attribute `#[doc = "…"]`, which is how comments are parsed.
fn is_documentation(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

fn is_pound(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(pound) if pound.as_char() == '#')
}
