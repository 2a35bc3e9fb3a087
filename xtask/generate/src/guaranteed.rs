//! Writes what an operation guarantees about its response (`x-guaranteed`): the copy of the values when
//! the response is decoded, and the methods that return them.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, Type};

use super::markdown;
use super::model::Operation;
use super::pointer_access::access;
use super::signatures::{Signatures, last, list, optional};
use super::text;
use super::unsupported::Unsupported;

/// A value that every response with a body has.
struct GuaranteedValue<'o> {
    pointer: &'o str,
    name: Ident,
    ty: Type,
}

/// Returns what an operation guarantees: its implementation of `Guarantees`, and the methods of its
/// output type.
///
/// # Errors
/// The response does not have a field that the operation guarantees.
pub fn write(
    operation: &Operation,
    output: &TokenStream,
    signatures: &Signatures,
) -> Result<TokenStream, Unsupported> {
    let response = optional(&operation.response).unwrap_or(&operation.response);
    let pointers = operation.guaranteed.iter().filter_map(|pointers| certain(pointers));
    let mut names = mapping::value_methods(pointers).into_iter();
    let (mut steps, mut values) = (Vec::new(), Vec::new());
    for pointers in &operation.guaranteed {
        let (mut found, mut types) = (Vec::new(), Vec::new());
        for pointer in pointers {
            let access = access(operation, response, pointer, signatures)?;
            found.push(access.reference(&quote!(body)));
            types.push(access.ty);
        }
        let Some(pointer) = certain(pointers) else {
            let pointers = pointers.join(" or ");
            steps.push(quote!((#(#found.is_some())||*).then_some(()).ok_or(#pointers)?;));
            continue;
        };
        for (name, ty) in names.next().into_iter().zip(types) {
            let name = format_ident!("{name}");
            steps.push(quote!(let #name = #(#found)*.cloned().ok_or(#pointer)?;));
            values.push(GuaranteedValue { pointer, name, ty });
        }
    }
    let implementation = implementation(operation, &steps, &values);
    let is_optional = optional(&operation.response).is_some();
    let methods = values.iter().enumerate().map(|(index, value)| method(value, index, is_optional));
    let methods = (!values.is_empty()).then(|| quote!(impl #output { #(#methods)* }));
    Ok(quote!(#implementation #methods))
}

/// Returns the only pointer of a guarantee. Of several, of which one is enough, none is certain.
fn certain(pointers: &[String]) -> Option<&str> {
    match pointers {
        [only] => Some(only),
        _ => None,
    }
}

/// Returns the implementation of `Guarantees`, with a step for each guarantee.
fn implementation(
    operation: &Operation,
    steps: &[TokenStream],
    values: &[GuaranteedValue<'_>],
) -> TokenStream {
    let (builder, response) = (format_ident!("{}", operation.builder()), &operation.response);
    let names = values.iter().map(|value| &value.name);
    let types = values.iter().map(|value| &value.ty);
    let (tuple, copies) = (quote!((#(#types,)*)), quote!((#(#names,)*)));
    let (values, argument, body) = match optional(response) {
        _ if steps.is_empty() => (tuple, quote!(_), quote!(Ok(#copies))),
        None => (tuple, quote!(body), quote!(#(#steps)* Ok(#copies))),
        // A success that is documented without a body has none of the values.
        Some(_) => (
            quote!(Option<#tuple>),
            quote!(body),
            quote! {
                let Some(body) = body else { return Ok(None) };
                #(#steps)*
                Ok(Some(#copies))
            },
        ),
    };
    quote! {
        impl Guarantees<#response> for #builder {
            type Values = #values;

            fn values(#argument: &#response) -> Result<Self::Values, &'static str> {
                #body
            }
        }
    }
}

/// Returns the methods that borrow a value and take it out.
fn method(value: &GuaranteedValue<'_>, index: usize, is_optional: bool) -> TokenStream {
    let GuaranteedValue { pointer, name, ty } = value;
    let owned = format_ident!("into_{name}");
    let index = Literal::usize_unsuffixed(index);
    let code = markdown::code(pointer);
    let docs = text::docs(&format!("Returns the guaranteed value at {code}."));
    let owned_docs = text::docs(&format!("Returns the guaranteed value at {code} by value."));
    if is_optional {
        return quote! {
            #docs
            pub fn #name(&self) -> Option<&#ty> {
                output::values(self).as_ref().map(|values| &values.#index)
            }

            #owned_docs
            pub fn #owned(self) -> Option<#ty> {
                output::into_values(self).map(|values| values.#index)
            }
        };
    }
    // A value that is copied needs no second method.
    if is_copied(ty) {
        return quote! {
            #docs
            pub fn #name(&self) -> #ty {
                output::values(self).#index
            }
        };
    }
    let shown = match (list(ty), last(ty).as_deref()) {
        (Some(item), _) => quote!([#item]),
        (None, Some("String")) => quote!(str),
        _ => quote!(#ty),
    };
    quote! {
        #docs
        pub fn #name(&self) -> &#shown {
            &output::values(self).#index
        }

        #owned_docs
        pub fn #owned(self) -> #ty {
            output::into_values(self).#index
        }
    }
}

fn is_copied(ty: &Type) -> bool {
    // Only the names of primitive types begin with a small letter.
    let name = last(ty).unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_lowercase())
}
