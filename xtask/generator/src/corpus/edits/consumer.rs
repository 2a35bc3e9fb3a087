//! A program that uses everything in a listing of a public API.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Fields, FnArg, Ident, ImplItem, ImplItemFn, ImplItemType, Item, ItemImpl, Path, Type,
    parse_quote,
};

/// Returns a program that reads every field, names every variant, calls every function and needs
/// every trait.
pub fn consumer(listing: &str) -> String {
    let lines =
        listing.lines().filter(|line| !line.starts_with(['#', ' ']) || line.starts_with("#["));
    let uses = lines.enumerate().filter_map(|(number, line)| use_of(line, number));
    let code: syn::File = parse_quote! {
        #![allow(warnings)]
        use modelarts_app_auth::*;
        use std::fmt::Debug;
        use std::hash::Hash;

        fn main() {}
        #(#uses)*
    };
    prettyplease::unparse(&code)
}

/// A function that uses the part of an API that a line of its listing tells.
fn use_of(line: &str, number: usize) -> Option<TokenStream> {
    let user = format_ident!("user_{number}");
    match parse(line)? {
        (Item::Struct(item), name) => {
            let Fields::Named(fields) = item.fields else { return None };
            let field = fields.named.first()?;
            let (field, of) = (field.ident.as_ref()?, &field.ty);
            Some(quote!(fn #user(value: &#name) -> &#of { &value.#field }))
        }
        (Item::Enum(item), name) => {
            let variant = item.variants.first()?;
            let variant_name = &variant.ident;
            let pattern = match variant.fields {
                Fields::Unit => quote!(#name::#variant_name),
                Fields::Unnamed(_) => quote!(#name::#variant_name(..)),
                Fields::Named(_) => quote!(#name::#variant_name { .. }),
            };
            Some(quote!(fn #user(value: &#name) -> bool { matches!(value, #pattern) }))
        }
        (Item::Type(item), name) if item.generics.params.is_empty() => {
            let of = &item.ty;
            Some(quote!(fn #user(value: #name) -> #of { value }))
        }
        (Item::Impl(item), _) if item.generics.params.is_empty() => of_impl(&item, &user),
        _ => None,
    }
}

/// A line as a declaration, and what is declared.
///
/// A listing has the whole path of what it declares, where Rust has a name.
fn parse(line: &str) -> Option<(Item, Path)> {
    let declared =
        ["pub struct ", "pub enum ", "pub type "].iter().find_map(|start| line.split_once(start));
    let name =
        declared.map_or("Self", |(_, rest)| rest.split([' ', ';', '<']).next().unwrap_or(""));
    let simple = name.rsplit("::").next().unwrap_or(name);
    let item = syn::parse_str(&line.replacen(&format!(" {name}"), &format!(" {simple}"), 1)).ok();
    // The listing leaves out bodies.
    let item = item.or_else(|| syn::parse_str(&bodied(line)).ok())?;
    Some((item, syn::parse_str(name).ok()?))
}

/// The line with the braces that a listing leaves out.
fn bodied(line: &str) -> String {
    match line.strip_suffix(" }") {
        Some(head) => format!("{head} {{}} }}"),
        None => format!("{line} {{}}"),
    }
}

/// A function that needs a type to have a trait, or one that calls a method of it.
fn of_impl(item: &ItemImpl, user: &Ident) -> Option<TokenStream> {
    let of = &item.self_ty;
    let Some((needed, _)) = &item.trait_ else {
        let Some(ImplItem::Fn(method)) = item.items.first() else { return None };
        return of_method(method.clone(), of, user);
    };
    // A bound has no elided lifetimes; that of `Deserialize` is not even in the listing.
    let needed = quote!(#needed).to_string().replace("& ", "&'static ");
    let needed: Path =
        syn::parse_str(&needed.replace("Deserialize", "de::DeserializeOwned")).ok()?;
    let needed = match item.items.first() {
        Some(ImplItem::Type(ImplItemType { ident, ty, .. })) => quote!(#needed<#ident = #ty>),
        _ => quote!(#needed),
    };
    Some(quote!(fn #user() { fn need<T: #needed + ?Sized>() {} need::<#of>() }))
}

/// A method of the same signature that calls a method.
fn of_method(mut method: ImplItemFn, of: &Type, user: &Ident) -> Option<TokenStream> {
    if !method.sig.generics.params.is_empty() {
        return None;
    }
    let called = std::mem::replace(&mut method.sig.ident, format_ident!("call"));
    let mut given = Vec::new();
    for (number, argument) in method.sig.inputs.iter_mut().enumerate() {
        let name = format_ident!("argument_{number}");
        given.push(match argument {
            FnArg::Receiver(_) => quote!(self),
            FnArg::Typed(argument) => {
                *argument.ty = strictest(&argument.ty)?;
                *argument.pat = parse_quote!(#name);
                quote!(#name)
            }
        });
    }
    let ImplItemFn { attrs, sig, .. } = method;
    let awaited = sig.asyncness.map(|_| quote!(.await));
    Some(quote! {
        trait #user: Sized { #(#attrs)* #sig; }
        impl #user for #of { #(#attrs)* #sig { <#of>::#called(#(#given),*) #awaited } }
    })
}

/// The type that a caller must have whose code depends on a parameter the most.
fn strictest(of: &Type) -> Option<Type> {
    let text = quote!(#of).to_string().replace(' ', "");
    let Some(bound) = text.strip_prefix("impl") else { return Some(of.clone()) };
    let inner = |text: &str, head: &str, tail: &str| {
        let inner = text.strip_prefix(head)?.strip_suffix(tail)?;
        syn::parse_str::<Type>(inner).ok()
    };
    match inner(bound, "IntoIterator<Item=implInto<", ">>") {
        Some(item) => Some(parse_quote!(Vec<#item>)),
        None => inner(bound, "Into<", ">"),
    }
}
