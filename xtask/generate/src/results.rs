//! Writes how the failed parts of an answer become an error (`x-results`).

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::model::{Operation, Results};
use super::pointer_access::{follow, follow_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// The failed parts of an answer, and the answer if there are none.
pub fn write(
    operation: &Operation,
    results: &Results,
    answer: &Type,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let (items, item, item_path) = follow_list(operation, answer, &results.items, signatures)?;
    let part = |pointer: &str| follow(operation, quote!(part), &item, pointer, signatures);
    let pointer = &results.items;
    let (success, _) = part(&results.success)?;
    let (identity, _) = part(&results.identity)?;
    let (reason, _) = part(&results.reason)?;
    Ok(quote! {
        impl #answer {
            /// The parts that are not said to have succeeded.
            pub fn failures(&self) -> impl Iterator<Item = &#item_path> {
                let answer = self;
                let parts = #items.map(Vec::as_slice).unwrap_or_default();
                parts.iter().filter(|part| #success != Some(&true))
            }
        }

        impl Response<#answer> {
            /// The answer, if all of its parts have succeeded.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Incomplete`](crate::ErrorKind::Incomplete), which says what failed, or
            /// [`ErrorKind::Undecodable`](crate::ErrorKind::Undecodable) if the list of the parts is
            /// missing.
            pub fn all_succeeded(self) -> Result<Self, Error> {
                let answer = self.body();
                let failures = #items.map(|_| {
                    let failures = answer.failures().map(|part| {
                        let identity = #identity.map(|identity| identity.as_str());
                        results::failure(identity, #reason.map(|reason| reason.as_str()))
                    });
                    failures.collect::<Vec<String>>()
                });
                results::judge(self, #pointer, failures)
            }
        }
    })
}
