//! The parts of a declaration that callers can depend on.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Field, Item, ItemEnum, ItemFn, ItemStruct, ItemTrait, ItemType, Token, TraitItem,
    Variant, parse_quote,
};

use crate::modules::is_public;

/// Splits a declaration into several, each with one of its public parts.
pub fn parts(item: &Item) -> Vec<Item> {
    match item {
        Item::Struct(ItemStruct { attrs, vis, ident, generics, fields, .. }) => {
            let kept = kept_attributes(attrs);
            let mut parts = vec![parse_quote!(#(#kept)* #vis struct #ident #generics;)];
            let public = fields.iter().filter(|field| is_public(&field.vis));
            parts.extend(public.map(|Field { vis: of_field, ident: name, ty, .. }| match name {
                Some(name) => parse_quote!(#vis struct #ident #generics { #of_field #name: #ty }),
                None => parse_quote!(#vis struct #ident #generics (#of_field #ty);),
            }));
            parts.extend(derived(attrs, ident));
            parts
        }
        Item::Enum(ItemEnum { attrs, vis, ident, generics, variants, .. }) => {
            let kept = kept_attributes(attrs);
            let mut parts = vec![parse_quote!(#(#kept)* #vis enum #ident #generics {})];
            let part = |Variant { ident: name, fields, .. }: &Variant| -> Item {
                parse_quote!(#vis enum #ident #generics { #name #fields })
            };
            parts.extend(variants.iter().map(part));
            parts.extend(derived(attrs, ident));
            parts
        }
        Item::Trait(item) => {
            let head = ItemTrait { attrs: Vec::new(), items: Vec::new(), ..item.clone() };
            let with = |part: &TraitItem| {
                let mut part = part.clone();
                if let TraitItem::Fn(method) = &mut part {
                    method.attrs.clear();
                }
                Item::Trait(ItemTrait { items: vec![part], ..head.clone() })
            };
            [Item::Trait(head.clone())].into_iter().chain(item.items.iter().map(with)).collect()
        }
        Item::Fn(ItemFn { attrs, vis, sig, .. }) => {
            let kept = kept_attributes(attrs);
            vec![parse_quote!(#(#kept)* #vis #sig {})]
        }
        Item::Type(item) => vec![Item::Type(ItemType { attrs: Vec::new(), ..item.clone() })],
        other => vec![other.clone()],
    }
}

/// Returns the attributes that callers depend on.
pub fn kept_attributes(attributes: &[Attribute]) -> Vec<&Attribute> {
    let names = ["cfg", "deprecated", "non_exhaustive"];
    let is_kept = |attribute: &&Attribute| names.iter().any(|name| attribute.path().is_ident(name));
    attributes.iter().filter(is_kept).collect()
}

fn derived(attributes: &[Attribute], name: &Ident) -> Vec<Item> {
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let traits = derives.flat_map(|derive| {
        let list = Punctuated::<syn::Path, Token![,]>::parse_terminated;
        derive.parse_args_with(list).unwrap_or_default()
    });
    traits.map(|of| parse_quote!(impl #of for #name {})).collect()
}
