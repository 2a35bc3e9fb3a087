//! Writes the methods that convert properties to times (`x-timestamp`).

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::lower::lowered::Lowered;
use super::markdown;
use super::order;
use super::signatures::{Field, Signatures, last, optional};
use super::text;
use super::unsupported::Unsupported;

/// Returns the methods of all types with such properties, each with its sort key.
///
/// # Errors
/// No integer in Rust holds the bounds of such a property.
pub fn write(
    lowered: &Lowered,
    types: &order::Types,
    signatures: &Signatures,
) -> Result<Vec<(String, TokenStream)>, Unsupported> {
    let mut all = Vec::new();
    for (name, fields) in &signatures.structs {
        let names: BTreeSet<String> = fields.iter().map(|field| field.ident.to_string()).collect();
        let mut methods = Vec::new();
        for field in fields {
            let Some(unit) = lowered.timestamps.get(&(name.clone(), field.name.clone())) else {
                continue;
            };
            let method = method(field, unit, &names, &signatures.newtypes);
            methods.push(method.ok_or_else(|| {
                let reason = format!("no integer holds the bounds of the time `{}`", field.name);
                Unsupported::new(&pointer(name, field), reason, "remove a bound, or `x-timestamp`")
            })?);
        }
        let ident = format_ident!("{name}");
        if !methods.is_empty() {
            all.push((types.key(name), quote!(impl #ident { #(#methods)* })));
        }
    }
    Ok(all)
}

fn pointer(name: &str, field: &Field) -> String {
    format!("/components/schemas/{name}/properties/{}", spec::pointer_token(&field.name))
}

/// Returns the method of a property; `None` if no integer in Rust holds its bounds.
fn method(
    field: &Field,
    unit: &str,
    names: &BTreeSet<String>,
    newtypes: &BTreeSet<String>,
) -> Option<TokenStream> {
    let ident = &field.ident;
    let inner = optional(&field.ty);
    // A property that requests may set to null has two options.
    let nullable = inner.and_then(optional);
    let ty = last(nullable.or(inner).unwrap_or(&field.ty))?;
    let value = match (inner, nullable) {
        (_, Some(_)) => quote!(self.#ident.as_ref()?.as_ref()?),
        (Some(_), None) => quote!(self.#ident.as_ref()?),
        (None, _) => quote!(&self.#ident),
    };
    let value = match ty.starts_with(['i', 'u']) {
        true => quote!(*#value),
        false if newtypes.contains(&ty) => quote!(#value.0),
        false => return None,
    };
    // Requests have a setter of the name of each field.
    let mut name = format!("{}_time", ident.unraw().to_string().trim_end_matches('_'));
    while names.contains(&name) {
        name.push('_');
    }
    let (name, unit) = (format_ident!("{name}"), format_ident!("from_{unit}"));
    let code = markdown::code(&field.name);
    let docs = text::docs(&format!(
        "Returns {code} as a time; `None` if it is missing, or if the system cannot represent it."
    ));
    Some(quote! {
        #docs
        pub fn #name(&self) -> Option<std::time::SystemTime> {
            timestamp::#unit(#value)
        }
    })
}
