//! Writes the checks of what an operation promises of its answer (`x-promises`).

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::model::Operation;
use super::pointer_access::follow;
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// One check for each promise: its pointers, and whether an answer has what one of them leads to.
pub fn write(
    operation: &Operation,
    answer: &Type,
    signatures: &Signatures,
) -> Result<Vec<TokenStream>, Unsupported> {
    let checks = operation.promises.iter().map(|promise| {
        let values = promise.iter().map(|pointer| {
            let (value, _) = follow(operation, quote!(body), answer, pointer, signatures)?;
            Ok(quote!(#value.is_some()))
        });
        let (values, pointers) = (values.collect::<Result<Vec<_>, _>>()?, promise.join(" or "));
        Ok(quote!((#pointers, |body: &#answer| #(#values)||*)))
    });
    checks.collect()
}
