//! Writes how a list is walked page by page (`x-pagination`).

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::model::{Operation, Pagination};
use super::pointer_access::{follow, follow_list};
use super::signatures::Signatures;
use super::unsupported::Unsupported;

/// The streams of an operation whose answer is one page, and what the runtime must know for them.
pub fn write(
    operation: &Operation,
    pagination: &Pagination,
    answer: &Type,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let builder = format_ident!("{}", operation.builder());
    let (items, item_type, item) = follow_list(operation, answer, &pagination.items, signatures)?;
    let (total, _) = follow(operation, quote!(answer), answer, &pagination.total, signatures)?;
    let identity = &pagination.identity;
    let (identity, _) = follow(operation, quote!(item), &item_type, identity, signatures)?;
    Ok(quote! {
        impl #builder {
            /// Walks the pages, from the one that `offset` asks for to the last. The last element
            /// is an error if items are missing, see [`Pages`].
            pub fn pages(self) -> Pages<#answer> {
                Pages::of(self)
            }

            /// Walks the items of all pages, and gives each of them once. The last element is an
            /// error if items are missing, see [`Pages`].
            pub fn items(self) -> Items<#item> {
                Items::of(self)
            }
        }

        impl Paged for #builder {
            type Answer = #answer;
            type Item = #item;

            fn first(&self) -> Option<&str> {
                self.offset.as_deref()
            }

            fn page(
                self,
                offset: String,
            ) -> impl Future<Output = Result<Response<#answer>, Error>> + Send {
                self.offset(offset).send()
            }

            fn items(answer: &#answer) -> &[#item] {
                #items.map(Vec::as_slice).unwrap_or_default()
            }

            fn total(answer: &#answer) -> Option<i64> {
                #total.map(|total| i64::from(*total))
            }

            fn identity(item: &#item) -> Option<&str> {
                #identity.map(|identity| identity.as_str())
            }
        }
    })
}
