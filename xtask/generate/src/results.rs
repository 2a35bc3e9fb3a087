//! Writes the methods that turn failed parts of a response into an error (`x-results`).

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::model::{Operation, Results};
use super::pointer_access::{access, access_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Returns `failures` and `all_succeeded` of a response.
pub fn write(
    operation: &Operation,
    results: &Results,
    response: &Type,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let (items, item, item_path) = access_list(operation, response, &results.items, signatures)?;
    let part = |pointer: &str| access(operation, quote!(part), &item, pointer, signatures);
    let pointer = &results.items;
    let (success, _) = part(&results.success)?;
    let (identity, _) = part(&results.identity)?;
    let (reason, _) = part(&results.reason)?;
    Ok(quote! {
        impl #response {
            /// Returns the parts that are not marked as successful.
            pub fn failures(&self) -> impl Iterator<Item = &#item_path> {
                let response = self;
                let parts = #items.map(Vec::as_slice).unwrap_or_default();
                parts.iter().filter(|part| #success != Some(&true))
            }
        }

        impl Response<#response> {
            /// Returns the response if all of its parts have succeeded.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Incomplete`](crate::ErrorKind::Incomplete), which names the failed parts, or
            /// [`ErrorKind::Undecodable`](crate::ErrorKind::Undecodable) if the list of the parts is
            /// missing.
            pub fn all_succeeded(self) -> Result<Self, Error> {
                let response = self.body();
                let failures = #items.map(|_| {
                    let failures = response.failures().map(|part| {
                        let identity = #identity.map(|identity| identity.as_str());
                        results::failure(identity, #reason.map(|reason| reason.as_str()))
                    });
                    failures.collect::<Vec<String>>()
                });
                results::check(self, #pointer, failures)
            }
        }
    })
}
