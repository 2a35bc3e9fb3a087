//! Writes the typed API: a method and a builder for every operation.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::arguments::{arguments, function};
use super::call_builder::{builder, method};
use super::decoders;
use super::examples;
use super::finite::Floats;
use super::lower::media::is_header_value;
use super::model::{Form, Operation};
use super::order;
use super::outputs;
use super::pages;
use super::results;
use super::runtime;
use super::send;
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Writes the methods and builders of all operations.
pub fn write(
    operations: &[Operation],
    calls: &[spec::ExampleCall],
    signatures: &Signatures,
    floats: &Floats,
) -> Result<TokenStream, Unsupported> {
    let (mut methods, mut all) = (Vec::new(), Vec::new());
    for operation in operations {
        let function = function(operation, signatures)?;
        let arguments = arguments(operation, function)?;
        let example = examples::write(operation, &arguments, calls, signatures);
        let key = operation.sort_key();
        methods.push((key.clone(), method(operation, &arguments, example)));
        let mut builders = constant(operation);
        builders.extend(builder(operation, &arguments));
        builders.extend(outputs::write(operation, signatures)?);
        builders.extend(send::write(operation, function, &arguments, floats));
        if let Some(pagination) = &operation.pagination {
            builders.extend(pages::write(operation, pagination, signatures)?);
        }
        if let Some(results) = &operation.results {
            builders.extend(results::write(operation, results, signatures)?);
        }
        all.push((key, builders));
    }
    let (methods, builders) = (order::tokens(methods), order::tokens(all));
    let responses = decoders::needs_runtime(operations).then(|| {
        quote!(
            mod responses;
        )
    });
    let runtime = runtime::write(operations, floats, signatures);
    Ok(quote! {
        #responses

        use std::future::{Future, IntoFuture};
        use std::pin::Pin;
        use super::api::types;
        use crate::call::decode;
        use crate::call::operation::{Operation, Returns, Safety};
        use crate::call::pages::{Items, Paged, Pages};
        use crate::call::results;
        use crate::output::{self, Guarantees};
        use crate::{CallOptions, Client, Error, Response};
        pub use crate::output::Output;

        impl Client { #methods }

        #builders

        #runtime
    })
}

fn constant(operation: &Operation) -> TokenStream {
    let (constant, id) = (format_ident!("{}", operation.constant()), &operation.documented_id);
    let (method, template) = (&operation.method, &operation.path);
    // The safe methods of RFC 9110.
    let is_safe = matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
    let safety = if is_safe { quote!(Safety::Read) } else { quote!(Safety::Write) };
    let returns = match operation.success.form {
        Form::Nothing => quote!(Returns::Nothing),
        Form::Json if operation.success.empty.is_empty() => quote!(Returns::Json),
        Form::Json => quote!(Returns::JsonOrNothing),
        Form::Text | Form::Bytes => quote!(Returns::Other),
    };
    let statuses = operation.success.empty.iter().chain(&operation.success.full);
    let redirects = statuses.filter(|status| status.starts_with('3'));
    let redirects = redirects.filter_map(|status| {
        let code = status.strip_suffix("XX").unwrap_or(status).parse::<u16>().ok()?;
        Some(Literal::u16_unsuffixed(code))
    });
    let accepted = operation.success.accepted.iter().map(String::as_str);
    let accept: Vec<&str> = accepted.filter(|name| is_header_value(name)).collect();
    let accept = accept.join(", ");
    quote! {
        static #constant: Operation = Operation {
            id: #id,
            method: #method,
            template: #template,
            safety: #safety,
            returns: #returns,
            accept: #accept,
            redirects: &[#(#redirects),*],
        };
    }
}
