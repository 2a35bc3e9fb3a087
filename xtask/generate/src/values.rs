//! Writes newtypes, open enums, constructors of requests, methods for times, and the servers.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::Type;
use syn::ext::IdentExt;

use super::docs;
use super::lower::lowered::Lowered;
use super::lower::walk::{reached, reference};
use super::markdown;
use super::model::{Operation, StringType};
use super::order;
use super::signatures::{Field, Signatures, last, list, optional};
use super::text;
use super::timestamps;
use super::unsupported::Unsupported;

/// Writes newtypes and open enums, as calls of the macros that declare them.
pub fn declarations(string_types: &[StringType], operations: &[Operation]) -> String {
    let types = order::Types::new(operations);
    let declarations = string_types.iter().map(|ty| (types.key(&ty.name), declaration(ty)));
    order::sorted(declarations.collect(), |letter| format!("\n// {letter}\n")).concat()
}

fn declaration(string_type: &StringType) -> String {
    let StringType { name, description, values } = string_type;
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

/// Writes the constructors of requests, the methods for times, and the servers.
///
/// # Errors
/// A time cannot be converted.
pub fn write(
    lowered: &Lowered,
    operations: &[Operation],
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let requests = requests(lowered, operations);
    let requests = signatures.structs.iter().filter(|(name, _)| requests.contains(*name));
    let types = order::Types::new(operations);
    let constructors = requests.map(|(name, fields)| (types.key(name), constructor(name, fields)));
    let mut methods: Vec<_> = constructors.collect();
    let timestamps = timestamps::write(lowered, &types, signatures)?;
    let import = (!timestamps.is_empty()).then(|| {
        quote!(
            use crate::timestamp;
        )
    });
    methods.extend(timestamps);
    let methods = order::tokens(methods);
    let servers = servers(&lowered.servers);
    Ok(quote! {
        use super::api::types::*;
        use crate::endpoint;
        use crate::id::id;
        use crate::open_enum::open_enum;
        #import

        #servers

        #methods
    })
}

/// Returns the names of the schemas that callers construct.
fn requests(lowered: &Lowered, operations: &[Operation]) -> BTreeSet<String> {
    let bodies = operations.iter().filter_map(|operation| operation.body.as_ref());
    let bodies: Value = bodies.filter_map(|body| body.schema.as_deref()).map(reference).collect();
    reached(&lowered.document, &bodies)
}

/// Returns `new` with the required fields, and a setter for each optional field.
fn constructor(name: &str, fields: &[Field]) -> TokenStream {
    let ident = format_ident!("{name}");
    let (required, optional): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
    let inputs = required.iter().map(|field| {
        let (ident, (accepted, _)) = (&field.ident, value_of(field));
        quote!(#ident: #accepted)
    });
    let set = required.iter().map(|field| {
        let (ident, (_, value)) = (&field.ident, value_of(field));
        quote!(#ident: #value)
    });
    let unset = optional.iter().map(|field| {
        let ident = &field.ident;
        quote!(#ident: Default::default())
    });
    let names: BTreeSet<String> = fields.iter().map(|field| field.ident.to_string()).collect();
    let setters = optional.iter().map(|field| setter(field, &names));
    let docs = text::docs(match required.is_empty() {
        true => "Creates a request without fields; use the setters to add them.",
        false => "Creates a request with the required fields; use the setters for optional ones.",
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

fn setter(field: &Field, names: &BTreeSet<String>) -> TokenStream {
    let ident = &field.ident;
    let docs = text::docs(&docs::setter(&ident.unraw().to_string(), &field.docs));
    let (accepted, value) = value_of(field);
    let nullable = optional(&field.ty).and_then(optional);
    // `new` is the constructor.
    let name = if ident == "new" { format_ident!("new_") } else { ident.clone() };
    let null = nullable.map(|_| {
        let mut null = format!("{}_null", ident.unraw().to_string().trim_end_matches('_'));
        while names.contains(&null) {
            null.push('_');
        }
        let (null, docs_of_null) = (format_ident!("{null}"), format!("Sets `{ident}` to null."));
        let docs_of_null = text::docs(&docs_of_null);
        quote! {
            #docs_of_null
            pub fn #null(mut self) -> Self {
                self.#ident = Some(None);
                self
            }
        }
    });
    quote! {
        #docs
        pub fn #name(mut self, #ident: #accepted) -> Self {
            self.#ident = #value;
            self
        }

        #null
    }
}

/// Returns the type that callers pass for a field, and the value of the field.
fn value_of(field: &Field) -> (TokenStream, TokenStream) {
    let inner = optional(&field.ty);
    // A property that may be null has two options.
    let nullable = inner.and_then(optional);
    let (accepted, value) = accepted(&field.ident, nullable.or(inner).unwrap_or(&field.ty));
    let value = match (inner, nullable) {
        (_, Some(_)) => quote!(Some(Some(#value))),
        (Some(_), None) => quote!(Some(#value)),
        (None, _) => value,
    };
    (accepted, value)
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

/// Returns the servers of the document, from which the endpoint of a region is built.
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
