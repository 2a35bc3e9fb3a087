//! Writes the streams over a list that is returned in pages (`x-pagination`).

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::model::{Operation, Pagination};
use super::pointer_access::{access, access_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Returns the streams of an operation whose response is one page, and the `Paged` that they use.
pub fn write(
    operation: &Operation,
    pagination: &Pagination,
    response: &Type,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let builder = format_ident!("{}", operation.builder());
    let (items, item_type, item) = access_list(operation, response, &pagination.items, signatures)?;
    let (total, _) = access(operation, quote!(response), response, &pagination.total, signatures)?;
    let identity = &pagination.identity;
    let (identity, _) = access(operation, quote!(item), &item_type, identity, signatures)?;
    Ok(quote! {
        impl #builder {
            /// Streams the pages, from the one at `offset` to the last. The last element is an error
            /// if items are missing, see [`Pages`].
            pub fn pages(self) -> Pages<#response> {
                Pages::of(self)
            }

            /// Streams the items of all pages, each once. The last element is an error if items are
            /// missing, see [`Pages`].
            pub fn items(self) -> Items<#item> {
                Items::of(self)
            }
        }

        impl Paged for #builder {
            type Page = #response;
            type Item = #item;

            fn first(&self) -> Option<&str> {
                self.offset.as_deref()
            }

            fn page(
                self,
                offset: String,
            ) -> impl Future<Output = Result<Response<#response>, Error>> + Send {
                self.offset(offset).send()
            }

            fn items(response: &#response) -> &[#item] {
                #items.map(Vec::as_slice).unwrap_or_default()
            }

            fn total(response: &#response) -> Option<i64> {
                #total.map(|total| i64::from(*total))
            }

            fn identity(item: &#item) -> Option<&str> {
                #identity.map(|identity| identity.as_str())
            }
        }
    })
}
