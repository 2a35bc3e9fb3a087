//! Writes the functions that only some documents need at run time.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::finite::Floats;
use super::model::{Location, Operation, Parameter};
use super::signatures::{Signatures, last, list, optional};

/// Returns the functions that the typed API of these operations calls.
pub fn write(operations: &[Operation], floats: &Floats, signatures: &Signatures) -> TokenStream {
    let parameters = || operations.iter().flat_map(|operation| &operation.parameters);
    let has_list = |location| {
        let is_list = |it: &Parameter| it.delimited.is_some() && it.location == location;
        parameters().any(is_list)
    };
    let path_list = has_list(Location::Path).then(path_list);
    let query_list = has_list(Location::Query).then(query_list);
    let header_list = has_list(Location::Header).then(header_list);
    let separated = parameters().any(|it| it.separator.is_some()).then(separated);
    let mut schemas = operations.iter().filter_map(|it| it.body.as_ref()?.schema.as_ref());
    let finite_body = schemas.any(|schema| floats.contains(schema)).then(|| floats.check());
    let mut arguments = signatures.functions.values().flat_map(|function| &function.arguments);
    let is_float_list = |it: &Parameter| it.delimited.as_ref().is_some_and(|it| it.item == "f64");
    let has_floats = arguments.any(|(_, ty)| is_float(ty)) || parameters().any(is_float_list);
    let finite_number = has_floats.then(finite_number);
    let has_choice =
        operations.iter().filter_map(|it| it.body.as_ref()).any(|body| !body.others.is_empty());
    let request_body = has_choice.then(request_body);
    let functions =
        [request_body, path_list, query_list, header_list, separated, finite_body, finite_number];
    let functions: Vec<_> = functions.into_iter().flatten().collect();
    let import = (!functions.is_empty()).then(|| {
        quote!(
            use crate::call::typed_call::TypedCall;
        )
    });
    quote!(#import #(#functions)*)
}

/// Returns whether a type is a floating point number, or an `Option` or a list of such.
pub fn is_float(ty: &Type) -> bool {
    let ty = if let Type::Reference(reference) = ty { &reference.elem } else { ty };
    match optional(ty).or_else(|| list(ty)) {
        Some(inner) => is_float(inner),
        None => matches!(last(ty).as_deref(), Some("f32" | "f64")),
    }
}

fn finite_number() -> TokenStream {
    quote! {
        /// Refuses a parameter with a number that is not finite.
        fn finite_number(
            call: &TypedCall,
            name: &str,
            numbers: impl IntoIterator<Item = f64>,
        ) -> Result<(), Error> {
            match numbers.into_iter().all(f64::is_finite) {
                true => Ok(()),
                false => Err(call.refused(name, "must be a finite number")),
            }
        }
    }
}

fn request_body() -> TokenStream {
    quote! {
        /// A request body that is JSON, or bytes of another media type.
        #[derive(Clone)]
        pub enum RequestBody<T> {
            /// A value that is sent as JSON.
            Json(T),
            /// Bytes that are sent as they are.
            Bytes {
                /// The media type with its parameters, such as the boundary of a multipart body.
                content_type: String,
                /// The whole body.
                bytes: Vec<u8>,
            },
        }

        impl<T> RequestBody<T> {
            /// Creates a body of bytes, which are sent as they are, in this media type.
            pub fn bytes(content_type: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
                Self::Bytes { content_type: content_type.into(), bytes: bytes.into() }
            }
        }

        impl<T: serde::Serialize> RequestBody<T> {
            /// Returns the media type and the bytes of the body.
            fn sent(&self, call: &TypedCall, json: &str) -> Result<(String, Vec<u8>), Error> {
                match self {
                    Self::Json(value) => {
                        let text = serde_json::to_vec(&call.payload(value)?);
                        let text = text.map_err(|_| call.refused("body", "cannot be written as JSON"))?;
                        Ok((json.to_owned(), text))
                    }
                    Self::Bytes { content_type, bytes } => Ok((content_type.clone(), bytes.clone())),
                }
            }
        }

        impl<T> From<T> for RequestBody<T> {
            fn from(value: T) -> Self {
                Self::Json(value)
            }
        }

        impl<T: std::fmt::Debug> std::fmt::Debug for RequestBody<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    Self::Json(value) => f.debug_tuple("Json").field(value).finish(),
                    // Bytes may contain a secret.
                    Self::Bytes { content_type, bytes } => {
                        let mut text = f.debug_struct("Bytes");
                        text.field("content_type", content_type).field("len", &bytes.len()).finish()
                    }
                }
            }
        }
    }
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
        fn separated(call: &TypedCall, name: &str, separator: &str, value: &str) -> Result<(), Error> {
            if format!("{separator}{value}").rfind(separator) == Some(0) {
                return Ok(());
            }
            let why = format!("must not contain `{separator}`, which separates it from the value before it");
            Err(call.refused(name, &why))
        }
    }
}
