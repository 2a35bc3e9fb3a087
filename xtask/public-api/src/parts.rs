//! The parts of a declaration that callers can depend on.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    Attribute, Block, Field, Fields, FieldsNamed, FieldsUnnamed, Generics, ImplModifiers, Item,
    ItemEnum, ItemFn, ItemImpl, ItemStruct, ItemTrait, ItemType, Token, TraitItem, Type, TypePath,
    Variant,
};

use crate::modules::is_public;

/// Splits a declaration into several, each with one of its public parts.
pub fn parts(item: &Item) -> Vec<Item> {
    match item {
        Item::Struct(item) => struct_parts(item),
        Item::Enum(item) => enum_parts(item),
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
        Item::Fn(ItemFn { attrs, vis, modifiers, sig, .. }) => vec![Item::Fn(ItemFn {
            attrs: kept_attributes(attrs),
            vis: vis.clone(),
            modifiers: modifiers.clone(),
            sig: sig.clone(),
            block: Box::new(empty_block()),
        })],
        Item::Type(item) => vec![Item::Type(ItemType { attrs: Vec::new(), ..item.clone() })],
        other => vec![other.clone()],
    }
}

fn struct_parts(item: &ItemStruct) -> Vec<Item> {
    let with = |attrs, fields: Fields| {
        let semi_token = (!matches!(fields, Fields::Named(_))).then(<Token![;]>::default);
        Item::Struct(ItemStruct {
            attrs,
            vis: item.vis.clone(),
            struct_token: item.struct_token,
            ident: item.ident.clone(),
            generics: without_where(&item.generics),
            fields,
            semi_token,
        })
    };
    let mut parts = vec![with(kept_attributes(&item.attrs), Fields::Unit)];
    let public = item.fields.iter().filter(|field| is_public(&field.vis));
    parts.extend(public.map(|field| {
        let only = [Field { attrs: Vec::new(), default: None, ..field.clone() }];
        let only = Punctuated::from_iter(only);
        let fields = match field.ident {
            Some(_) => Fields::Named(FieldsNamed { brace_token: Brace::default(), named: only }),
            None => Fields::Unnamed(FieldsUnnamed { paren_token: Paren::default(), unnamed: only }),
        };
        with(Vec::new(), fields)
    }));
    parts.extend(derived(&item.attrs, &item.ident));
    parts
}

fn enum_parts(item: &ItemEnum) -> Vec<Item> {
    let with = |attrs, variants| {
        Item::Enum(ItemEnum {
            attrs,
            vis: item.vis.clone(),
            enum_token: item.enum_token,
            ident: item.ident.clone(),
            generics: without_where(&item.generics),
            brace_token: item.brace_token,
            variants,
        })
    };
    let mut parts = vec![with(kept_attributes(&item.attrs), Punctuated::new())];
    parts.extend(item.variants.iter().map(|variant| {
        let only = Variant { attrs: Vec::new(), discriminant: None, ..variant.clone() };
        with(Vec::new(), Punctuated::from_iter([only]))
    }));
    parts.extend(derived(&item.attrs, &item.ident));
    parts
}

/// Returns the body of a function of the listing.
pub fn empty_block() -> Block {
    Block { brace_token: Brace::default(), stmts: Vec::new() }
}

/// Returns generics without their `where` clause, which the listing leaves to the methods.
fn without_where(generics: &Generics) -> Generics {
    Generics { where_clause: None, ..generics.clone() }
}

/// Returns the attributes that callers depend on.
pub fn kept_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    let names = ["cfg", "deprecated", "non_exhaustive"];
    let is_kept = |attribute: &&Attribute| names.iter().any(|name| attribute.path().is_ident(name));
    attributes.iter().filter(is_kept).cloned().collect()
}

fn derived(attributes: &[Attribute], name: &Ident) -> Vec<Item> {
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let traits = derives.flat_map(|derive| {
        let list = Punctuated::<syn::Path, Token![,]>::parse_terminated;
        derive.parse_args_with(list).unwrap_or_default()
    });
    let path = syn::Path::from(name.clone());
    let self_ty = Box::new(Type::Path(TypePath { attrs: Vec::new(), qself: None, path }));
    let implemented = |of| {
        Item::Impl(ItemImpl {
            attrs: Vec::new(),
            modifiers: ImplModifiers::default(),
            unsafety: None,
            impl_token: Token![impl](Span::call_site()),
            generics: Generics::default(),
            trait_: Some((of, Token![for](Span::call_site()))),
            self_ty: self_ty.clone(),
            brace_token: Brace::default(),
            items: Vec::new(),
        })
    };
    traits.map(implemented).collect()
}
