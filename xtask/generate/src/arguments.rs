//! The arguments of a call: how callers pass them, builders store them, and progenitor takes them.

use mapping::PROJECT;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use super::model::{Location, Operation, Parameter, QueryPair, StringKind};
use super::runtime::is_float;
use super::signatures::{Function, Signatures, last, list, optional};
use super::unsupported::Unsupported;

/// A parameter and its types in Rust.
pub struct Argument<'m> {
    pub parameter: &'m Parameter,
    /// The type of the builder's field, without the `Option` of an optional parameter.
    pub ty: Type,
    /// Whether the method of progenitor takes a reference.
    by_reference: bool,
}

/// Returns the method that progenitor generated for an operation.
pub fn function<'s>(
    operation: &Operation,
    signatures: &'s Signatures,
) -> Result<&'s Function, Unsupported> {
    signatures.functions.get(&operation.function()).ok_or_else(|| {
        let reason = format!("progenitor generated no method `{}`", operation.function());
        Unsupported::new(
            &operation.pointer,
            reason,
            "give the operation a name of letters and digits",
        )
    })
}

/// Returns the parameters that callers set, with their types in Rust.
pub fn arguments<'m>(
    operation: &'m Operation,
    function: &Function,
) -> Result<Vec<Argument<'m>>, Unsupported> {
    let parameters = operation.parameters.iter().filter(|parameter| !is_project(parameter));
    parameters
        .map(|parameter| {
            if let Some(pair) = parameter.query_pair {
                let ty = match pair {
                    QueryPair::Single if parameter.string_kind == StringKind::Secret => {
                        syn::parse_quote!(crate::Secret)
                    }
                    QueryPair::Single => syn::parse_quote!(String),
                    QueryPair::DeepObject => {
                        syn::parse_quote!(::std::collections::BTreeMap<String, String>)
                    }
                };
                return Ok(Argument { parameter, ty, by_reference: true });
            }
            let found = function.arguments.iter().find(|(ident, _)| *ident == parameter.ident);
            let Some((_, ty)) = found else {
                let reason = format!("progenitor generated no argument `{}`", parameter.ident);
                let help = "give the parameter a name of letters, digits and underscores";
                return Err(Unsupported::new(&operation.pointer, reason, help));
            };
            let ty = optional(ty).unwrap_or(ty);
            let by_reference = matches!(ty, Type::Reference(_));
            Ok(Argument { parameter, ty: owned(parameter, ty), by_reference })
        })
        .collect()
}

fn is_project(parameter: &Parameter) -> bool {
    parameter.location == Location::Path && parameter.name == PROJECT
}

/// Returns the type of the builder's field for an argument of the type `ty`.
fn owned(parameter: &Parameter, ty: &Type) -> Type {
    if let Some(list) = &parameter.delimited
        && let Ok(item) = syn::parse_str::<Type>(&list.item)
    {
        return syn::parse_quote!(Vec<#item>);
    }
    match (&parameter.string_kind, ty) {
        (StringKind::Secret, _) => syn::parse_quote!(crate::Secret),
        (StringKind::Named(name), Type::Reference(_)) => {
            let name = format_ident!("{name}");
            syn::parse_quote!(crate::#name)
        }
        (_, Type::Reference(reference)) => {
            let ty = reference.elem.as_ref();
            match last(ty).as_deref() {
                Some("str" | "PathSegment") => syn::parse_quote!(String),
                _ => ty.clone(),
            }
        }
        (_, ty) => ty.clone(),
    }
}

impl Argument<'_> {
    /// Returns the type that callers pass, and the expression that converts it to the field's.
    pub fn accepted(&self) -> (TokenStream, TokenStream) {
        let (ident, ty) = (self.ident(), &self.ty);
        if let Some(item) = list(ty) {
            let accepted = quote!(impl IntoIterator<Item = impl Into<#item>>);
            return (accepted, quote!(#ident.into_iter().map(Into::into).collect()));
        }
        if self.by_reference {
            (quote!(impl Into<#ty>), quote!(#ident.into()))
        } else {
            (quote!(#ty), quote!(#ident))
        }
    }

    /// Returns the `in` of the parameter.
    pub fn location(&self) -> &'static str {
        match self.parameter.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
        }
    }

    /// Returns the name of the builder's field and setter.
    pub fn ident(&self) -> syn::Ident {
        format_ident!("{}", field(self.parameter))
    }

    /// Returns the statements that check the value before anything is sent.
    pub fn checks(&self) -> TokenStream {
        let (ident, name) = (self.ident(), &self.parameter.name);
        let separated = self.parameter.separator.as_ref().map(|separator| {
            let value = match (&self.parameter.string_kind, list(&self.ty)) {
                (_, Some(_)) => {
                    let items = quote!(self.#ident.iter().map(ToString::to_string));
                    quote!(&#items.collect::<Vec<_>>().join(","))
                }
                (StringKind::Secret, None) => quote!(call.secret(&self.#ident)),
                (_, None) => quote!(&self.#ident.to_string()),
            };
            quote!(separated(&call, #name, #separator, #value)?;)
        });
        let finite = is_float(&self.ty).then(|| {
            let numbers = match (self.parameter.required, list(&self.ty).is_some()) {
                (true, true) => quote!(self.#ident.iter().copied()),
                (true, false) => quote!([self.#ident]),
                (false, true) => quote!(self.#ident.iter().flatten().copied()),
                (false, false) => quote!(self.#ident),
            };
            quote!(finite_number(&call, #name, #numbers)?;)
        });
        quote!(#separated #finite)
    }

    /// Returns the expression to pass to the method of progenitor.
    pub fn passed(&self) -> TokenStream {
        let (ident, name) = (self.ident(), &self.parameter.name);
        let required = self.parameter.required;
        if let Some(list) = &self.parameter.delimited {
            return self.delimited(list.separator);
        }
        match (self.parameter.location, &self.parameter.string_kind) {
            _ if !self.by_reference => quote!(self.#ident),
            (Location::Path, StringKind::Secret) => {
                quote!(&call.secret_path_segment(#name, &self.#ident)?)
            }
            (Location::Path, _) => quote!(&call.path_segment(#name, self.#ident.as_str())?),
            (_, StringKind::Secret) if required => quote!(call.secret(&self.#ident)),
            (_, StringKind::Secret) => quote!(self.#ident.as_ref().map(|value| call.secret(value))),
            _ if required => quote!(&self.#ident),
            _ if last(&self.ty).as_deref() == Some("String") => quote!(self.#ident.as_deref()),
            _ => quote!(self.#ident.as_ref()),
        }
    }

    /// Returns the expression for an array that is passed as one string.
    fn delimited(&self, separator: char) -> TokenStream {
        let (ident, name) = (self.ident(), &self.parameter.name);
        let list = match self.parameter.required {
            true => quote!(&self.#ident),
            false => quote!(self.#ident.as_deref().unwrap_or_default()),
        };
        match self.parameter.location {
            Location::Path => quote!(&path_list(&call, #name, #list)?),
            Location::Query => quote!(query_list(&call, #name, #separator, #list)?.as_deref()),
            Location::Header => quote!(header_list(&call, #name, #list)?.as_deref()),
        }
    }

    /// Returns the pairs that it adds to the map of query pairs; `None` if it is an argument.
    pub fn pairs(&self) -> Option<TokenStream> {
        let (ident, name) = (self.ident(), &self.parameter.name);
        let values = match self.parameter.required {
            true => quote!(Some(&self.#ident).into_iter()),
            false => quote!(self.#ident.iter()),
        };
        Some(match self.parameter.query_pair? {
            QueryPair::Single if self.parameter.string_kind == StringKind::Secret => {
                quote!(#values.map(|value| (#name.to_owned(), call.secret(value).to_owned())))
            }
            QueryPair::Single => quote!(#values.map(|value| (#name.to_owned(), value.clone()))),
            QueryPair::DeepObject => {
                let key = format!("{name}[{{key}}]");
                quote!(#values.flatten().map(|(key, value)| (format!(#key), value.clone())))
            }
        })
    }
}

/// Returns the name of a parameter in the builder, which avoids the builder's own names.
fn field(parameter: &Parameter) -> String {
    match parameter.ident.as_str() {
        taken @ ("body" | "client" | "clone" | "into_future" | "items" | "options" | "pages"
        | "send" | "send_blocking") => format!("{taken}_"),
        free => free.to_owned(),
    }
}
