//! Follows a JSON pointer through the types that progenitor wrote.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::model::Operation;
use super::signatures::{Signatures, last, list, optional};
use super::unsupported::Unsupported;

/// An expression for what `pointer` leads to from `start`, as an `Option` of a reference, and the
/// type behind the reference. `start` is a reference to a value of the type `ty`.
pub fn follow(
    operation: &Operation,
    start: TokenStream,
    ty: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<(TokenStream, Type), Unsupported> {
    let refuse = |reason: String| {
        let help = "name members of objects only, each as in the schema";
        Unsupported::new(&operation.pointer, format!("the pointer `{pointer}` {reason}"), help)
    };
    let Some(steps) = pointer.strip_prefix('/') else {
        return Err(refuse("does not begin with a slash".to_owned()));
    };
    let (mut ty, mut value) = (ty.clone(), quote!(Some(#start)));
    for step in steps.split('/') {
        let name = step.replace("~1", "/").replace("~0", "~");
        let fields = last(&ty).and_then(|ty| signatures.structs.get(&ty));
        let field = fields.and_then(|fields| fields.iter().find(|field| field.name == name));
        let Some(field) = field else {
            return Err(refuse(format!("leads to `{name}`, which the schema does not have")));
        };
        let Some(inner) = optional(&field.ty) else {
            return Err(refuse(format!("leads to `{name}`, which no answer can lack")));
        };
        let ident = &field.ident;
        value = quote!(#value.and_then(|value| value.#ident.as_ref()));
        ty = inner.clone();
    }
    Ok((value, ty))
}

/// The same for a list in an answer: the expression, the type of an item, and that type as it is
/// named outside of `types`.
pub fn follow_list(
    operation: &Operation,
    answer: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<(TokenStream, Type, TokenStream), Unsupported> {
    let (items, ty) = follow(operation, quote!(answer), answer, pointer, signatures)?;
    let Some(item) = list(&ty) else {
        let reason = format!("the pointer `{pointer}` leads to no list");
        return Err(Unsupported::new(&operation.pointer, reason, "lead to the list in the answer"));
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
