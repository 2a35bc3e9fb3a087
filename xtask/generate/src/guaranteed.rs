//! Writes the checks for the fields that a response guarantees (`x-guaranteed`).

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::model::Operation;
use super::pointer_access::access;
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Returns one check for each guarantee: its pointers, and whether a response has one of the fields.
pub fn write(
    operation: &Operation,
    response: &Type,
    signatures: &Signatures,
) -> Result<Vec<TokenStream>, Unsupported> {
    let checks = operation.guaranteed.iter().map(|pointers| {
        let values = pointers.iter().map(|pointer| {
            let (value, _) = access(operation, quote!(body), response, pointer, signatures)?;
            Ok(quote!(#value.is_some()))
        });
        let (values, names) = (values.collect::<Result<Vec<_>, _>>()?, pointers.join(" or "));
        Ok(quote!((#names, |body: &#response| #(#values)||*)))
    });
    checks.collect()
}
