//! Writes the access to a field of a response by its JSON pointer.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::model::Operation;
use super::signatures::{Signatures, last, list, optional};
use super::unsupported::Unsupported;

/// Returns an expression for the value at `pointer` below `start`, as an `Option` of a reference, and
/// the type of the value. `start` is a reference to a value of the type `ty`.
///
/// # Errors
/// The types have no such field, or a response always has it.
pub fn access(
    operation: &Operation,
    start: TokenStream,
    ty: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<(TokenStream, Type), Unsupported> {
    let unsupported = |reason: String| {
        let help = "name members of objects only, each as in the schema";
        Unsupported::new(&operation.pointer, format!("the pointer `{pointer}` {reason}"), help)
    };
    let Some(steps) = pointer.strip_prefix('/') else {
        return Err(unsupported("does not start with a slash".to_owned()));
    };
    let (mut ty, mut value) = (ty.clone(), quote!(Some(#start)));
    for step in steps.split('/') {
        let name = spec::pointer_key(step);
        let fields = last(&ty).and_then(|ty| signatures.structs.get(&ty));
        let field = fields.and_then(|fields| fields.iter().find(|field| field.name == name));
        let Some(field) = field else {
            return Err(unsupported(format!("refers to `{name}`, which the schema does not have")));
        };
        let Some(inner) = optional(&field.ty) else {
            return Err(unsupported(format!("refers to `{name}`, which every response has")));
        };
        let ident = &field.ident;
        value = quote!(#value.and_then(|value| value.#ident.as_ref()));
        ty = inner.clone();
        // A property that requests may set to null has two options.
        if let Some(inner) = optional(&ty).cloned() {
            value = quote!(#value.and_then(Option::as_ref));
            ty = inner;
        }
    }
    Ok((value, ty))
}

/// Returns the same for a list in a response: the expression, the type of an item, and the path of
/// that type outside of `types`.
///
/// # Errors
/// The types have no such field, or it is not a list.
pub fn access_list(
    operation: &Operation,
    response: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<(TokenStream, Type, TokenStream), Unsupported> {
    let (items, ty) = access(operation, quote!(response), response, pointer, signatures)?;
    let Some(item) = list(&ty) else {
        let reason = format!("the pointer `{pointer}` does not refer to a list");
        return Err(Unsupported::new(
            &operation.pointer,
            reason,
            "refer to the list in the response",
        ));
    };
    let path = match last(item).filter(|name| signatures.structs.contains_key(name)) {
        Some(name) => {
            let name = format_ident!("{name}");
            quote!(types::#name)
        }
        None => quote!(#item),
    };
    Ok((items, item.clone(), path))
}
