//! Writes the access to a field of a response by its JSON pointer.

use proc_macro2::TokenStream;
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, Type, TypePath, parse_quote};

use super::model::Operation;
use super::signatures::{Signatures, inner, last, list, optional};
use super::unsupported::Unsupported;

/// The way to a field of a response, each of whose steps is optional.
pub struct Access {
    steps: Vec<Step>,
    /// The type of the value, as the operations name it.
    pub ty: Type,
}

struct Step {
    ident: Ident,
    /// Whether the property is one that requests may set to null, which has two options.
    nullable: bool,
}

impl Access {
    /// Returns an expression for the value below the variable `start`, as an `Option` of a reference.
    pub fn reference(&self, start: &TokenStream) -> TokenStream {
        let mut value = quote!(Some(#start));
        for (index, Step { ident, nullable }) in self.steps.iter().enumerate() {
            value = match index {
                0 => quote!(#start.#ident.as_ref()),
                _ => quote!(#value.and_then(|value| value.#ident.as_ref())),
            };
            if *nullable {
                value = quote!(#value.and_then(Option::as_ref));
            }
        }
        value
    }
}

/// Finds the value at `pointer` below a value of the type `ty`.
///
/// # Errors
/// The types have no such field, or a response always has it.
pub fn access(
    operation: &Operation,
    ty: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<Access, Unsupported> {
    let unsupported = |reason: String| {
        let help = "name members of objects only, each as in the schema";
        Unsupported::new(&operation.pointer, format!("the pointer `{pointer}` {reason}"), help)
    };
    let Some(keys) = pointer.strip_prefix('/') else {
        return Err(unsupported("does not start with a slash".to_owned()));
    };
    let (mut ty, mut steps) = (ty.clone(), Vec::new());
    for key in keys.split('/') {
        let name = spec::pointer_key(key);
        // A schema that contains itself is in a box.
        let unboxed = last(&ty).filter(|name| name == "Box").and_then(|_| inner(&ty)).cloned();
        let ty_of_fields = unboxed.as_ref().unwrap_or(&ty);
        let fields = last(ty_of_fields).and_then(|ty| signatures.structs.get(&ty));
        let field = fields.and_then(|fields| fields.iter().find(|field| field.name == name));
        let Some(field) = field else {
            return Err(unsupported(format!("refers to `{name}`, which the schema does not have")));
        };
        let Some(value) = optional(&field.ty) else {
            return Err(unsupported(format!("refers to `{name}`, which every response has")));
        };
        let nullable = optional(value);
        steps.push(Step { ident: field.ident.clone(), nullable: nullable.is_some() });
        ty = nullable.unwrap_or(value).clone();
    }
    Qualify.visit_type_mut(&mut ty);
    Ok(Access { steps, ty })
}

/// Finds a list in a response, and the type of its items.
///
/// # Errors
/// The types have no such field, or it is not a list.
pub fn access_list(
    operation: &Operation,
    response: &Type,
    pointer: &str,
    signatures: &Signatures,
) -> Result<(Access, Type), Unsupported> {
    let access = access(operation, response, pointer, signatures)?;
    match list(&access.ty).cloned() {
        Some(item) => Ok((access, item)),
        None => Err(Unsupported::new(
            &operation.pointer,
            format!("the pointer `{pointer}` does not refer to a list"),
            "refer to the list in the response",
        )),
    }
}

/// Names the types of the module `types` as other modules do. All others have a path there, but for
/// the primitive ones.
struct Qualify;

impl VisitMut for Qualify {
    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        if let Some(ident) = path.path.get_ident()
            && !ident.to_string().starts_with(|c: char| c.is_ascii_lowercase())
        {
            *path = parse_quote!(types::#ident);
        }
        visit_mut::visit_type_path_mut(self, path);
    }
}
