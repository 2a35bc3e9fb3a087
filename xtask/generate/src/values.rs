//! Writes the small types of the client: newtypes, open enums, request constructors, servers.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::Type;

use super::lower::lowered::Lowered;
use super::lower::walk::{reached, reference};
use super::markdown;
use super::model::{Operation, StringType};
use super::order;
use super::signatures::{Field, Signatures, last, list, optional};
use super::text;

/// Writes the newtypes and the open enums, as calls of the macros that declare them.
pub fn declarations(named: &[StringType], operations: &[Operation]) -> String {
    let types = order::Types::new(operations);
    let named = named.iter().map(|named| (types.key(&named.name), declaration(named)));
    order::sorted(named.collect(), |letter| format!("\n// {letter}\n")).concat()
}

fn declaration(named: &StringType) -> String {
    let StringType { name, description, values } = named;
    let docs: String = description
        .lines()
        .map(|line| format!("    /// {line}").trim_end().to_owned() + "\n")
        .collect();
    if values.is_empty() {
        return format!("\nid! {{\n{docs}    {name}\n}}\n");
    }
    let variant = |(variant, wire): &(String, String)| {
        let shown = markdown::code(&wire.escape_debug().to_string());
        format!("        /// {shown}\n        {variant} = {wire:?},\n")
    };
    let variants: String = values.iter().map(variant).collect();
    format!("\nopen_enum! {{\n{docs}    {name} {{\n{variants}    }}\n}}\n")
}

/// Writes the constructors of requests, and the servers.
pub fn write(lowered: &Lowered, operations: &[Operation], signatures: &Signatures) -> TokenStream {
    let requests = requests(lowered, operations);
    let requests = signatures.structs.iter().filter(|(name, _)| requests.contains(*name));
    let types = order::Types::new(operations);
    let constructors = requests.map(|(name, fields)| (types.key(name), constructor(name, fields)));
    let constructors = order::tokens(constructors.collect());
    let servers = servers(&lowered.servers);
    quote! {
        use super::api::types::*;
        use crate::endpoint;
        use crate::id::id;
        use crate::open_enum::open_enum;

        #servers

        #constructors
    }
}

/// The names of the schemas that callers build.
fn requests(lowered: &Lowered, operations: &[Operation]) -> BTreeSet<String> {
    let bodies = operations.iter().filter_map(|operation| operation.body.as_ref());
    let bodies: Value = bodies.filter_map(|body| body.schema.as_deref()).map(reference).collect();
    reached(&lowered.document, &bodies)
}

/// `new` with what a request must have, and a setter for everything else.
fn constructor(name: &str, fields: &[Field]) -> TokenStream {
    let ident = format_ident!("{name}");
    let (required, optional): (Vec<_>, Vec<_>) =
        fields.iter().partition(|field| optional(&field.ty).is_none() && !field.omissible);
    let inputs = required.iter().map(|field| {
        let (ident, (accepted, _)) = (&field.ident, accepted(&field.ident, &field.ty));
        quote!(#ident: #accepted)
    });
    let set = required.iter().map(|field| {
        let (ident, (_, value)) = (&field.ident, accepted(&field.ident, &field.ty));
        quote!(#ident: #value)
    });
    let unset = optional.iter().map(|field| {
        let ident = &field.ident;
        quote!(#ident: Default::default())
    });
    let setters = optional.iter().map(|field| setter(field));
    let docs = text::docs(match required.is_empty() {
        true => "Says nothing yet; the setters add to it.",
        false => "Says what it must; the setters add to it.",
    });
    quote! {
        impl #ident {
            #docs
            #[allow(clippy::new_without_default)]
            pub fn new(#(#inputs),*) -> Self {
                Self { #(#set,)* #(#unset,)* }
            }

            #(#setters)*
        }
    }
}

fn setter(field: &Field) -> TokenStream {
    let (ident, docs) = (&field.ident, &field.docs);
    let inner = optional(&field.ty);
    let (accepted, value) = accepted(ident, inner.unwrap_or(&field.ty));
    let value = if inner.is_some() { quote!(Some(#value)) } else { value };
    // `new` is the constructor.
    let name = if ident == "new" { format_ident!("new_") } else { ident.clone() };
    quote! {
        #(#docs)*
        pub fn #name(mut self, #ident: #accepted) -> Self {
            self.#ident = #value;
            self
        }
    }
}

fn accepted(ident: &syn::Ident, ty: &Type) -> (TokenStream, TokenStream) {
    if let Some(item) = list(ty) {
        let accepted = quote!(impl IntoIterator<Item = impl Into<#item>>);
        return (accepted, quote!(#ident.into_iter().map(Into::into).collect()));
    }
    match last(ty).as_deref() {
        Some("bool" | "i32" | "i64" | "u32" | "u64" | "f32" | "f64") => {
            (quote!(#ty), quote!(#ident))
        }
        _ => (quote!(impl Into<#ty>), quote!(#ident.into())),
    }
}

/// The servers of the document, for finding a region's endpoint.
fn servers(servers: &Value) -> TokenStream {
    let servers = servers.as_array().into_iter().flatten();
    let servers = servers.filter_map(|server| {
        let template = server["url"].as_str()?;
        let regions = server["variables"]["region"]["enum"].as_array().into_iter().flatten();
        let regions = regions.filter_map(Value::as_str);
        Some(quote!(endpoint::Server { template: #template, regions: &[#(#regions),*] }))
    });
    quote! {
        pub(crate) static SERVERS: &[endpoint::Server] = &[#(#servers),*];
    }
}
