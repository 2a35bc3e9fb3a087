//! Writes the public face: a method and a builder for every operation.

use std::collections::BTreeSet;

use mapping::{PROJECT, QUERY_PAIRS};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::arguments::{Argument, arguments, function};
use super::docs;
use super::examples;
use super::guaranteed;
use super::model::{Body, Operation};
use super::order;
use super::pages;
use super::results;
use super::signatures::{Function, Signatures, last};
use super::text;
use super::unsupported::Unsupported;

/// Writes the face of all operations.
pub fn write(
    operations: &[Operation],
    calls: &[spec::Call],
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let (mut methods, mut all) = (Vec::new(), Vec::new());
    let mut judged = BTreeSet::new();
    for operation in operations {
        let function = function(operation, signatures)?;
        let arguments = arguments(operation, function)?;
        let example = examples::write(operation, &arguments, calls, signatures);
        let key = operation.sort_key();
        methods.push((key.clone(), method(operation, &arguments, example)));
        let mut builders = constant(operation, function);
        builders.extend(builder(operation, &arguments));
        builders.extend(send(operation, function, &arguments, signatures)?);
        if let Some(pagination) = &operation.pagination {
            builders.extend(pages::write(operation, pagination, &function.answer, signatures)?);
        }
        // Several operations may give the same answer.
        if let Some(results) = &operation.results
            && judged.insert(last(&function.answer))
        {
            builders.extend(results::write(operation, results, &function.answer, signatures)?);
        }
        all.push((key, builders));
    }
    let (methods, builders) = (order::tokens(methods), order::tokens(all));
    let mut functions =
        operations.iter().filter_map(|operation| function(operation, signatures).ok());
    let bytes = functions.any(|function| function.is_stream).then(bytes);
    Ok(quote! {
        use std::future::{Future, IntoFuture};
        use std::pin::Pin;
        use super::api::types;
        use crate::operation::{Operation, Safety};
        use crate::pages::{Items, Paged, Pages};
        use crate::{CallOptions, Client, Error, Response, results};

        impl Client { #methods }

        #builders

        #bytes
    })
}

/// Reads what is not JSON; the runtime has it in memory already.
fn bytes() -> TokenStream {
    quote! {
        async fn bytes(
            answer: Result<progenitor_client::ResponseValue<progenitor_client::ByteStream>, progenitor_client::Error>,
        ) -> Result<progenitor_client::ResponseValue<Vec<u8>>, progenitor_client::Error> {
            use futures_util::StreamExt;

            let (mut answer, mut bytes) = (answer?, Vec::new());
            while let Some(part) = answer.next().await {
                let part = part.map_err(progenitor_client::Error::ResponseBodyError)?;
                bytes.extend_from_slice(&part);
            }
            answer.map(|_| bytes)
        }
    }
}

/// The parameters that progenitor takes as one map.
fn pairs(arguments: &[Argument]) -> TokenStream {
    let pairs = arguments.iter().filter_map(Argument::pairs);
    quote!(&std::iter::empty()#(.chain(#pairs))*.collect())
}

fn constant(operation: &Operation, function: &Function) -> TokenStream {
    let (constant, id) = (format_ident!("{}", operation.constant()), &operation.documented_id);
    let (method, template) = (&operation.method, &operation.path);
    // The safe methods of RFC 9110.
    let safe = matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
    let safety = if safe { quote!(Safety::Read) } else { quote!(Safety::Write) };
    // The empty tuple stands for no body.
    let gives_json = !function.is_stream && !matches!(function.answer, Type::Tuple(_));
    quote! {
        static #constant: Operation = Operation {
            id: #id,
            method: #method,
            template: #template,
            safety: #safety,
            gives_json: #gives_json,
        };
    }
}

fn method(operation: &Operation, arguments: &[Argument], example: Option<String>) -> TokenStream {
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
        Some(Body { schema: None, .. }) => {
            (quote!(body: impl Into<Vec<u8>>), quote!(body: body.into(),))
        }
        Some(body) if body.required => {
            let ty = body_type(body);
            (quote!(body: #ty), quote!(body,))
        }
        Some(_) => (quote!(), quote!(body: None,)),
        None => (quote!(), quote!()),
    };
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
    quote! {
        #docs
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

/// The type of a body that the builder keeps.
fn body_type(body: &Body) -> TokenStream {
    match &body.schema {
        Some(schema) => {
            let name = format_ident!("{schema}");
            quote!(types::#name)
        }
        None => quote!(Vec<u8>),
    }
}

fn builder(operation: &Operation, arguments: &[Argument]) -> TokenStream {
    let builder = format_ident!("{}", operation.builder());
    let docs = text::docs(&format!("The call made by [`Client::{}`].", operation.function()));
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
        let docs = text::docs(&docs::setter(argument.parameter));
        let (ident, (accepted, value)) = (argument.ident(), argument.accepted());
        quote! {
            #docs
            pub fn #ident(mut self, #ident: #accepted) -> Self {
                self.#ident = Some(#value);
                self
            }
        }
    });
    let body_setter = operation.body.as_ref().filter(|body| !body.required).map(|body| {
        let (docs, ty) = (text::docs(&docs::body_setter(body)), body_type(body));
        quote! {
            #docs
            pub fn body(mut self, body: #ty) -> Self {
                self.body = Some(body);
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

            /// Sets limits for this call alone.
            pub fn options(mut self, options: CallOptions) -> Self {
                self.options = options;
                self
            }
        }
    }
}

fn send(
    operation: &Operation,
    function: &Function,
    arguments: &[Argument],
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let builder = format_ident!("{}", operation.builder());
    let constant = format_ident!("{}", operation.constant());
    let name = format_ident!("{}", operation.function());
    let answer = &function.answer;
    let promises = guaranteed::write(operation, answer, signatures)?;
    let passed = function.arguments.iter().map(|(ident, _)| {
        let mut single =
            arguments.iter().filter(|argument| argument.parameter.query_pair.is_none());
        if let Some(argument) = single.find(|argument| argument.parameter.ident == *ident) {
            return argument.passed();
        }
        match &operation.body {
            _ if ident == QUERY_PAIRS => pairs(arguments),
            Some(Body { media_type: Some(media_type), .. }) if ident == "content_type" => {
                quote!(#media_type)
            }
            Some(Body { schema: None, .. }) if ident == "body" => quote!(self.body),
            Some(body) if ident == "body" && body.required => quote!(&call.payload(&self.body)?),
            Some(_) if ident == "body" => quote!(&call.optional_payload(self.body.as_ref())?),
            _ => quote!(&call.segment(#PROJECT, call.project_id())?),
        }
    });
    let collected = function.is_stream.then(|| quote!(let answer = bytes(answer).await;));
    Ok(quote! {
        impl #builder {
            /// Sends the call and waits for its answer.
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub async fn send(self) -> Result<Response<#answer>, Error> {
                let call = self.client.call(&#constant, self.options).await?;
                let answer = call.api().#name(#(#passed),*).await;
                #collected
                call.finish(answer, &[#(#promises),*])
            }

            /// Sends the call and blocks this thread until its answer is there.
            ///
            /// # Errors
            ///
            /// See [`Error`]. In async code nothing is sent; `spawn_blocking` and
            /// `block_in_place` of tokio are fine.
            #[cfg(feature = "blocking")]
            pub fn send_blocking(self) -> Result<Response<#answer>, Error> {
                crate::blocking::wait(self.send())
            }
        }

        impl IntoFuture for #builder {
            type Output = Result<Response<#answer>, Error>;
            type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }
    })
}
