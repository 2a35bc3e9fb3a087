//! Writes the typed API: a method and a builder for every operation.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::arguments::{arguments, function};
use super::call_builder::{builder, method};
use super::examples;
use super::finite::Floats;
use super::model::Operation;
use super::order;
use super::pages;
use super::results;
use super::runtime;
use super::send;
use super::signatures::{Function, Signatures, last};
use super::unsupported::Unsupported;

/// Writes the methods and builders of all operations.
pub fn write(
    operations: &[Operation],
    calls: &[spec::ExampleCall],
    signatures: &Signatures,
    floats: &Floats,
) -> Result<TokenStream, Unsupported> {
    let (mut methods, mut all) = (Vec::new(), Vec::new());
    let mut with_results = BTreeSet::new();
    for operation in operations {
        let function = function(operation, signatures)?;
        let arguments = arguments(operation, function)?;
        let example = examples::write(operation, &arguments, calls, signatures);
        let key = operation.sort_key();
        methods.push((key.clone(), method(operation, &arguments, example)));
        let mut builders = constant(operation, function);
        builders.extend(builder(operation, &arguments));
        builders.extend(send::write(operation, function, &arguments, signatures, floats)?);
        if let Some(pagination) = &operation.pagination {
            builders.extend(pages::write(operation, pagination, &function.response, signatures)?);
        }
        // Several operations may return the same response.
        if let Some(results) = &operation.results
            && with_results.insert(last(&function.response))
        {
            builders.extend(results::write(operation, results, &function.response, signatures)?);
        }
        all.push((key, builders));
    }
    let (methods, builders) = (order::tokens(methods), order::tokens(all));
    let mut functions =
        operations.iter().filter_map(|operation| function(operation, signatures).ok());
    let runtime = runtime::write(operations, floats, signatures);
    let bytes = functions.any(|function| function.is_stream).then(bytes);
    Ok(quote! {
        use std::future::{Future, IntoFuture};
        use std::pin::Pin;
        use super::api::types;
        use crate::call::operation::{Operation, Safety};
        use crate::call::pages::{Items, Paged, Pages};
        use crate::call::results;
        use crate::{CallOptions, Client, Error, Response};

        impl Client { #methods }

        #builders

        #runtime

        #bytes
    })
}

/// Reads a response that is not JSON; the runtime has it in memory already.
fn bytes() -> TokenStream {
    quote! {
        async fn bytes(
            response: Result<progenitor_client::ResponseValue<progenitor_client::ByteStream>, progenitor_client::Error>,
        ) -> Result<progenitor_client::ResponseValue<Vec<u8>>, progenitor_client::Error> {
            use futures_util::StreamExt;

            let (mut response, mut bytes) = (response?, Vec::new());
            while let Some(part) = response.next().await {
                let part = part.map_err(progenitor_client::Error::ResponseBodyError)?;
                bytes.extend_from_slice(&part);
            }
            response.map(|_| bytes)
        }
    }
}

fn constant(operation: &Operation, function: &Function) -> TokenStream {
    let (constant, id) = (format_ident!("{}", operation.constant()), &operation.documented_id);
    let (method, template) = (&operation.method, &operation.path);
    // The safe methods of RFC 9110.
    let is_safe = matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
    let safety = if is_safe { quote!(Safety::Read) } else { quote!(Safety::Write) };
    // The empty tuple represents no body.
    let returns_json = !function.is_stream && !matches!(function.response, Type::Tuple(_));
    quote! {
        static #constant: Operation = Operation {
            id: #id,
            method: #method,
            template: #template,
            safety: #safety,
            returns_json: #returns_json,
        };
    }
}
