//! Writes the checks and the methods for the values that a response guarantees (`x-guaranteed`).

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Type};

use super::markdown;
use super::model::Operation;
use super::pointer_access::{Access, access};
use super::signatures::{Signatures, last, list, optional};
use super::text;
use super::unsupported::Unsupported;

/// Returns one check for each guarantee: its pointers, and whether a response has one of the values.
///
/// # Errors
/// The response has no such value.
pub fn checks(
    operation: &Operation,
    signatures: &Signatures,
) -> Result<Vec<TokenStream>, Unsupported> {
    let checks = operation.guaranteed.iter().map(|pointers| {
        let values = pointers.iter().map(|pointer| {
            let value = value(operation, pointer, signatures)?.reference(&quote!(body));
            Ok(quote!(#value.is_some()))
        });
        let (values, names) = (values.collect::<Result<Vec<_>, _>>()?, pointers.join(" or "));
        // A success that is documented without a body has none of the values.
        let check = match optional(&operation.response) {
            Some(_) => quote!(body.as_ref().is_none_or(|body| #(#values)||*)),
            None => quote!(#(#values)||*),
        };
        Ok(quote!((#names, |body| #check)))
    });
    checks.collect()
}

/// Returns the methods for the guaranteed values. Of values of which one is enough, none is certain.
///
/// # Errors
/// The response has no such value.
pub fn methods(
    operation: &Operation,
    signatures: &Signatures,
) -> Result<Vec<TokenStream>, Unsupported> {
    let certain = operation.guaranteed.iter().filter_map(|pointers| match pointers.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    });
    let certain: Vec<&str> = certain.collect();
    let names = mapping::value_methods(certain.iter().copied());
    let methods = certain.iter().zip(names).map(|(pointer, name)| {
        let name = format_ident!("{name}");
        let access = value(operation, pointer, signatures)?;
        Ok(method(operation, &name, pointer, &access, &empty(&access.ty, signatures)))
    });
    methods.collect()
}

fn value(
    operation: &Operation,
    pointer: &str,
    signatures: &Signatures,
) -> Result<Access, Unsupported> {
    let response = optional(&operation.response).unwrap_or(&operation.response);
    access(operation, response, pointer, signatures)
}

/// Returns the methods that borrow a value and take it out.
fn method(
    operation: &Operation,
    name: &Ident,
    pointer: &str,
    access: &Access,
    empty: &TokenStream,
) -> TokenStream {
    let owned = format_ident!("into_{name}");
    let code = markdown::code(pointer);
    let docs = text::docs(&format!("Returns the guaranteed value at {code}."));
    let owned_docs = text::docs(&format!("Returns the guaranteed value at {code} by value."));
    let ty = &access.ty;
    let body = quote!(body);
    let (value, taken) = (access.reference(&body), access.value(&body));
    if optional(&operation.response).is_some() {
        return quote! {
            #docs
            pub fn #name(&self) -> Option<&#ty> {
                self.as_ref().and_then(|body| #value)
            }

            #owned_docs
            pub fn #owned(self) -> Option<#ty> {
                self.into_inner().and_then(|body| #taken)
            }
        };
    }
    let value = access.reference(&quote!(self));
    // A value that is copied needs no second method.
    if is_copied(ty) {
        return quote! {
            #docs
            pub fn #name(&self) -> #ty {
                *guaranteed(#value, #empty)
            }
        };
    }
    let (shown, borrow) = match (list(ty), last(ty).as_deref()) {
        (Some(item), _) => (quote!([#item]), quote!(.as_slice())),
        (None, Some("String")) => (quote!(str), quote!(.as_str())),
        _ => (quote!(#ty), quote!()),
    };
    quote! {
        #docs
        pub fn #name(&self) -> &#shown {
            guaranteed(#value, #empty)#borrow
        }

        #owned_docs
        pub fn #owned(self) -> #ty {
            let body = self.into_inner();
            #taken.unwrap_or_else(#empty)
        }
    }
}

fn is_copied(ty: &Type) -> bool {
    // Only the names of primitive types begin with a small letter.
    let name = last(ty).unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Returns a function for an empty value of a type. Not all types have a default: not those of strings,
/// structs that keep unknown properties, and structs without names of fields.
fn empty(ty: &Type, signatures: &Signatures) -> TokenStream {
    let first = match ty {
        Type::Path(path) => path.path.segments.first().map(|first| first.ident.to_string()),
        _ => None,
    };
    let name = last(ty).unwrap_or_default();
    match first.as_deref() {
        Some("crate") => quote!(|| "".into()),
        Some("types") if !signatures.with_default.contains(&name) => {
            let fields = signatures.structs.get(&name).into_iter().flatten();
            let fields = fields.map(|field| &field.ident);
            match signatures.newtypes.contains(&name) {
                true => quote!(|| #ty(Default::default())),
                false => quote!(|| #ty { #(#fields: Default::default()),* }),
            }
        }
        _ => quote!(Default::default),
    }
}
