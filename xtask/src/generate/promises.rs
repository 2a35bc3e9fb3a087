//! Writes the checks of what an operation promises of its answer (`x-promises`).

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::follow::follow;
use super::lower::Refusal;
use super::model::Operation;
use super::signatures::Signatures;

/// One check for each promise: its pointer, and whether an answer keeps it.
pub fn write(
    operation: &Operation,
    answer: &Type,
    signatures: &Signatures,
) -> Result<Vec<TokenStream>, Refusal> {
    let checks = operation.promises.iter().map(|promise| {
        let (value, _) = follow(operation, quote!(body), answer, promise, signatures)?;
        Ok(quote!((#promise, |body: &#answer| #value.is_some())))
    });
    checks.collect()
}
