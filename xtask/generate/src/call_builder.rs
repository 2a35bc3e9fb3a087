//! Writes the method of an operation and the builder of its call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::aliases;
use super::arguments::Argument;
use super::docs;
use super::model::{Body, Operation};
use super::text;

/// Returns the method of `Client` that starts a call.
pub fn method(
    operation: &Operation,
    arguments: &[Argument],
    example: Option<String>,
) -> TokenStream {
    let docs = text::docs(&docs::method(operation, arguments, example));
    let function = format_ident!("{}", operation.function());
    let builder = format_ident!("{}", operation.builder());
    let required = arguments.iter().filter(|argument| argument.parameter.required);
    let inputs = required.map(|argument| {
        let (ident, (accepted, _)) = (argument.ident(), argument.accepted());
        quote!(#ident: #accepted)
    });
    let fields = arguments.iter().map(|argument| {
        let (ident, (_, value)) = (argument.ident(), argument.accepted());
        if argument.parameter.required { quote!(#ident: #value) } else { quote!(#ident: None) }
    });
    let (body_input, body_field) = match &operation.body {
        Some(body) if body.required => {
            let (accepted, value) = accepted_body(body);
            let is_converted = value.to_string() != "body";
            let value = if is_converted { quote!(body: #value) } else { value };
            (quote!(body: #accepted), quote!(#value,))
        }
        Some(_) => (quote!(), quote!(body: None,)),
        None => (quote!(), quote!()),
    };
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
    let aliases = aliases::of(operation);
    quote! {
        #docs
        #(#[doc(alias = #aliases)])*
        #deprecated
        pub fn #function(&self, #(#inputs,)* #body_input) -> #builder {
            #builder {
                client: self.clone(),
                options: CallOptions::new(),
                #(#fields,)*
                #body_field
            }
        }
    }
}

/// Returns the type that callers pass for a body, and the expression that converts it.
fn accepted_body(body: &Body) -> (TokenStream, TokenStream) {
    let ty = body_type(body);
    match body.schema.is_some() && body.others.is_empty() {
        true => (ty, quote!(body)),
        false => (quote!(impl Into<#ty>), quote!(body.into())),
    }
}

/// Returns the type of the builder's field for a body.
fn body_type(body: &Body) -> TokenStream {
    match &body.schema {
        Some(schema) => {
            let name = format_ident!("{}", body.alias.as_ref().unwrap_or(schema));
            let ty = if body.alias.is_some() { quote!(#name) } else { quote!(types::#name) };
            if body.others.is_empty() { ty } else { quote!(RequestBody<#ty>) }
        }
        None => quote!(Vec<u8>),
    }
}

/// Returns the builder of a call, with a setter for each optional argument.
pub fn builder(operation: &Operation, arguments: &[Argument]) -> TokenStream {
    let builder = format_ident!("{}", operation.builder());
    let docs = text::docs(&format!(
        "A call of [`Client::{}`], which is sent by `send` or `.await`.",
        operation.function()
    ));
    let fields = arguments.iter().map(|argument| {
        let (ident, ty) = (argument.ident(), &argument.ty);
        if argument.parameter.required { quote!(#ident: #ty) } else { quote!(#ident: Option<#ty>) }
    });
    let body = operation.body.as_ref().map(|body| {
        let ty = body_type(body);
        if body.required { quote!(body: #ty,) } else { quote!(body: Option<#ty>,) }
    });
    let optional = arguments.iter().filter(|argument| !argument.parameter.required);
    let setters = optional.map(|argument| {
        let (ident, (accepted, value)) = (argument.ident(), argument.accepted());
        let docs = docs::parameter_setter(&ident.unraw().to_string(), argument.parameter);
        let docs = text::docs(&docs);
        quote! {
            #docs
            pub fn #ident(mut self, #ident: #accepted) -> Self {
                self.#ident = Some(#value);
                self
            }
        }
    });
    let body_setter = operation.body.as_ref().filter(|body| !body.required).map(|body| {
        let (docs, (accepted, value)) = (text::docs(&docs::body_setter(body)), accepted_body(body));
        quote! {
            #docs
            pub fn body(mut self, body: #accepted) -> Self {
                self.body = Some(#value);
                self
            }
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a call does nothing until it is sent"]
        pub struct #builder {
            client: Client,
            options: CallOptions,
            #(#fields,)*
            #body
        }

        impl #builder {
            #(#setters)*
            #body_setter

            /// Sets limits for this call, which override those of the client.
            pub fn options(mut self, options: CallOptions) -> Self {
                self.options = options;
                self
            }
        }
    }
}
