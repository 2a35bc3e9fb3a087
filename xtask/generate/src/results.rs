//! Writes the methods that turn failed parts of a response into an error (`x-results`).

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Operation, Results};
use super::outputs::output;
use super::pointer_access::{access, access_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Returns `failures` and `all_succeeded` of a response.
pub fn write(
    operation: &Operation,
    results: &Results,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let (response, output) = (&operation.response, output(operation));
    let (items, item) = access_list(operation, response, &results.items, signatures)?;
    let parts = items.reference(&quote!(self));
    let part = |pointer: &str| {
        let access = access(operation, &item, pointer, signatures)?;
        Ok(access.reference(&quote!(part)))
    };
    let pointer = &results.items;
    let success = part(&results.success)?;
    let identity = part(&results.identity)?;
    let reason = part(&results.reason)?;
    Ok(quote! {
        impl #output {
            /// Returns the parts that are not marked as successful.
            pub fn failures(&self) -> impl Iterator<Item = &#item> {
                let parts = #parts.map(Vec::as_slice).unwrap_or_default();
                parts.iter().filter(|part| #success != Some(&true))
            }
        }

        impl Response<#output> {
            /// Returns the response if all of its parts have succeeded.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Incomplete`](crate::ErrorKind::Incomplete), which names the failed parts, or
            /// [`ErrorKind::Undecodable`](crate::ErrorKind::Undecodable) if the list of the parts is
            /// missing.
            pub fn all_succeeded(self) -> Result<Self, Error> {
                let failures = #parts.map(|_| {
                    let failures = self.failures().map(|part| {
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
