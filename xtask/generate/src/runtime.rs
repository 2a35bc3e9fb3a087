//! Writes the functions that only some documents need at run time.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Location, Operation, Parameter};

/// Returns the functions that the typed API of these operations calls.
pub fn write(operations: &[Operation]) -> TokenStream {
    let parameters = || operations.iter().flat_map(|operation| &operation.parameters);
    let has_list = |location| {
        let is_list = |it: &Parameter| it.delimited.is_some() && it.location == location;
        parameters().any(is_list)
    };
    let path_list = has_list(Location::Path).then(path_list);
    let query_list = has_list(Location::Query).then(query_list);
    let header_list = has_list(Location::Header).then(header_list);
    let separated = parameters().any(|it| it.separator.is_some()).then(separated);
    let import =
        (!parameters().all(|it| it.delimited.is_none() && it.separator.is_none())).then(|| {
            quote!(
                use crate::call::typed_call::TypedCall;
            )
        });
    quote!(#import #path_list #query_list #header_list #separated)
}

fn path_list() -> TokenStream {
    quote! {
        /// Joins the items of a list in a path. A comma in an item is percent-encoded.
        fn path_list<T: ToString>(call: &TypedCall, name: &str, items: &[T]) -> Result<String, Error> {
            let item = |item: &T| Ok(call.path_segment(name, &item.to_string())?.to_string());
            let items = items.iter().map(item).collect::<Result<Vec<_>, Error>>()?;
            if items.is_empty() {
                return Err(call.refused(name, "must have an item, the path would address the collection"));
            }
            Ok(items.join(","))
        }
    }
}

fn query_list() -> TokenStream {
    quote! {
        /// Joins the items of a list in a query and percent-encodes them. RFC 6570 has an empty list
        /// as undefined, so that it is not sent.
        fn query_list<T: ToString>(
            call: &TypedCall,
            name: &str,
            separator: char,
            items: &[T],
        ) -> Result<Option<String>, Error> {
            let encoded = |text: &str| {
                percent_encoding::utf8_percent_encode(text, crate::credentials::signing::ENCODED).to_string()
            };
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            // A bare comma separates items, and an encoded one is part of an item. The other
            // separators are encoded themselves.
            if separator != ',' && items.iter().any(|item| item.contains(separator)) {
                return Err(call.refused(name, "must not have an item with the separator of the list"));
            }
            let separator = if separator == ',' { ",".to_owned() } else { encoded(&separator.to_string()) };
            let items: Vec<String> = items.iter().map(|item| encoded(item)).collect();
            Ok((!items.is_empty()).then(|| items.join(&separator)))
        }
    }
}

fn header_list() -> TokenStream {
    quote! {
        /// Joins the items of a list in a header, in which nothing is encoded. An empty list is not sent.
        fn header_list<T: ToString>(
            call: &TypedCall,
            name: &str,
            items: &[T],
        ) -> Result<Option<String>, Error> {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            let is_lost = |item: &String| item.is_empty() || item.contains(',') || item.trim() != item;
            if items.iter().any(is_lost) {
                let why = "must not have an item that is empty, contains a comma, or begins or ends with a space";
                return Err(call.refused(name, why));
            }
            Ok((!items.is_empty()).then(|| items.join(",")))
        }
    }
}

fn separated() -> TokenStream {
    quote! {
        /// Checks a value that follows another one in the same segment of a path: from the end, the
        /// first separator must be the one before the value, or two values could make one path.
        fn separated<'v>(
            call: &TypedCall,
            name: &str,
            separator: &str,
            value: &'v str,
        ) -> Result<&'v str, Error> {
            if format!("{separator}{value}").rfind(separator) == Some(0) {
                return Ok(value);
            }
            let why = format!("must not contain `{separator}`, which separates it from the value before it");
            Err(call.refused(name, &why))
        }
    }
}
