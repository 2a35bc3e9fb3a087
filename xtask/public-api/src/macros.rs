//! Expands macros that declare types.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::Item;

/// Returns the declarations of a macro that takes the name of a type, and the variants of an enum.
///
/// Each variable is taken for the name of the type. Repetitions are removed, and the variants of
/// the arguments are added to the enum.
pub fn expand(rule: &TokenStream, arguments: TokenStream) -> Option<Vec<Item>> {
    let names =
        |tokens: TokenStream| -> Vec<Ident> { tokens.into_iter().filter_map(name).collect() };
    let last_group = |tokens: TokenStream| tokens.into_iter().filter_map(group).last();
    let body = last_group(rule.clone())?.stream();
    let name = names(arguments.clone()).pop()?;
    let mut items = syn::parse2::<syn::File>(substitute(body, &name)).ok()?.items;
    for item in &mut items {
        if let (Item::Enum(item), Some(variants)) = (item, last_group(arguments.clone())) {
            item.variants.extend(names(variants.stream()).into_iter().map(|ident| syn::Variant {
                attrs: Vec::new(),
                ident,
                fields: syn::Fields::Unit,
                discriminant: None,
            }));
        }
    }
    Some(items)
}

/// Replaces every variable by `name`, and removes repetitions.
fn substitute(tokens: TokenStream, name: &Ident) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let mut substituted = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(dollar) if dollar.as_char() == '$' => match tokens.next() {
                Some(TokenTree::Group(_)) => {
                    let is_end =
                        |token: &TokenTree| matches!(token.to_string().as_str(), "*" | "+" | "?");
                    tokens.find(is_end);
                }
                _ => substituted.push(name.clone().into()),
            },
            TokenTree::Group(inner) => {
                let stream = substitute(inner.stream(), name);
                substituted.push(Group::new(inner.delimiter(), stream).into());
            }
            token => substituted.push(token),
        }
    }
    substituted.into_iter().collect()
}

fn name(token: TokenTree) -> Option<Ident> {
    if let TokenTree::Ident(name) = token { Some(name) } else { None }
}

fn group(token: TokenTree) -> Option<Group> {
    if let TokenTree::Group(group) = token { Some(group) } else { None }
}
