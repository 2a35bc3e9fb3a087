//! Writes the streams over a list that is returned in pages (`x-pagination`).

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::model::{Operation, Pagination};
use super::outputs::output;
use super::pointer_access::{access, access_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// Returns the streams of an operation whose response is one page, and the `Paged` that they use.
pub fn write(
    operation: &Operation,
    pagination: &Pagination,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let builder = format_ident!("{}", operation.builder());
    let (response, output) = (&operation.response, output(operation));
    let (items, item) = access_list(operation, response, &pagination.items, signatures)?;
    let items = items.reference(&quote!(body));
    let total = access(operation, response, &pagination.total, signatures)?;
    let total = total.reference(&quote!(body));
    let identity = access(operation, &item, &pagination.identity, signatures)?;
    let identity = identity.reference(&quote!(item));
    Ok(quote! {
        impl #builder {
            /// Streams the pages, from the one at `offset` to the last. The last element is an error
            /// if items are missing, see [`Pages`].
            pub fn pages(self) -> Pages<#output> {
                Pages::of(self)
            }

            /// Streams the items of all pages, each once. The last element is an error if items are
            /// missing, see [`Pages`].
            pub fn items(self) -> Items<#item> {
                Items::of(self)
            }
        }

        impl Paged for #builder {
            type Page = #output;
            type Item = #item;

            fn first(&self) -> Option<&str> {
                self.offset.as_deref()
            }

            fn page(
                self,
                offset: String,
            ) -> impl Future<Output = Result<Response<#output>, Error>> + Send {
                self.offset(offset).send()
            }

            fn items(body: &#output) -> &[#item] {
                #items.map(Vec::as_slice).unwrap_or_default()
            }

            fn total(body: &#output) -> Option<i64> {
                #total.map(|total| i64::from(*total))
            }

            fn identity(item: &#item) -> Option<&str> {
                #identity.map(|identity| identity.as_str())
            }
        }
    })
}
