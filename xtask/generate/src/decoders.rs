//! Writes how the client reads the body of a successful response.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Form, Operation, Success};

/// The functions that only some documents need.
const RUNTIME: &str = include_str!("../runtime/responses.rs");

/// Returns the function that reads a successful response.
pub fn write(operation: &Operation) -> TokenStream {
    let success = &operation.success;
    let is_empty = is_documented_empty(success);
    let read = match success.form {
        Form::Nothing => return quote!(|response, _| decode::nothing(response, #is_empty)),
        Form::Json => quote!(decode::json),
        Form::Text => quote!(responses::text),
        Form::Bytes => quote!(responses::bytes),
    };
    if success.empty.is_empty() {
        return read;
    }
    let read = match success.form {
        // An optional type reads null, too.
        Form::Json => quote!(#read(response, operation)),
        _ => quote!(#read(response, operation).map(Some)),
    };
    quote!(|response, operation| {
        responses::optional(response, #is_empty, #read)
    })
}

/// Returns an expression for whether the status of a response is documented without a body. A status
/// counts before its range.
fn is_documented_empty(success: &Success) -> TokenStream {
    let (empty, full) = (patterns(&success.empty), patterns(&success.full));
    let is = |patterns: &[TokenStream]| match patterns {
        [] => quote!(false),
        patterns => quote!(matches!(response.status.as_u16(), #(#patterns)|*)),
    };
    let (is_empty, is_full) = (is(&empty), is(&full));
    match success.empty.iter().any(|status| is_range(status)) && !full.is_empty() {
        true => quote!(#is_empty && !#is_full),
        false => is_empty,
    }
}

/// Returns whether a status stands for several codes.
fn is_range(status: &str) -> bool {
    status.ends_with("XX") || status == "default"
}

/// Returns the patterns of statuses.
fn patterns(statuses: &[String]) -> Vec<TokenStream> {
    let codes = statuses.iter().filter_map(|status| match status.strip_suffix("XX") {
        Some(class) => {
            let first = class.parse::<u16>().ok()?.checked_mul(100)?;
            let last = first + 99;
            Some(quote!(#first..=#last))
        }
        None if status == "default" => Some(quote!(_)),
        None => {
            let code = status.parse::<u16>().ok()?;
            Some(quote!(#code))
        }
    });
    codes.collect()
}

/// Returns whether the client of these operations needs [`runtime`].
pub fn needs_runtime(operations: &[Operation]) -> bool {
    operations.iter().map(|operation| &operation.success).any(|success| match success.form {
        Form::Nothing => false,
        Form::Json => !success.empty.is_empty(),
        Form::Text | Form::Bytes => true,
    })
}

/// Returns the file with the functions that only some documents need.
pub fn runtime() -> String {
    RUNTIME.to_owned()
}
