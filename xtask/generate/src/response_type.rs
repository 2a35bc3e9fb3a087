//! Decides the type in Rust of a successful response.

use std::collections::BTreeMap;

use quote::format_ident;
use serde_json::Value;
use syn::{Type, parse_quote};

use super::lower::lowered::{Lowered, Replacement};
use super::lower::walk::target;
use super::model::{Form, Success};
use super::signatures::optional;

/// Returns the type of the body that callers get; `schema` is the normalized one, if there is any.
pub fn of(success: &Success, schema: &Value, lowered: &Lowered) -> Type {
    let ty: Type = match success.form {
        Form::Nothing => return parse_quote!(()),
        Form::Json => named_or_inline(schema, &lowered.replaced),
        Form::Text => parse_quote!(::std::string::String),
        Form::Bytes => parse_quote!(::std::vec::Vec<u8>),
    };
    // A nullable schema is optional already.
    let is_required = success.empty.is_empty() || optional(&ty).is_some();
    if is_required { ty } else { parse_quote!(::std::option::Option<#ty>) }
}

/// Returns the type of a schema. What is not a reference is small here: earlier passes name objects
/// and enums.
fn named_or_inline(schema: &Value, replaced: &BTreeMap<String, Replacement>) -> Type {
    let ty = match target(schema) {
        Some(name) => {
            let ident = format_ident!("{name}");
            match replaced.get(name) {
                Some(Replacement::Secret) => parse_quote!(crate::Secret),
                Some(_) => parse_quote!(crate::#ident),
                None => parse_quote!(types::#ident),
            }
        }
        None => inline(schema, replaced),
    };
    if schema["nullable"] == true { parse_quote!(::std::option::Option<#ty>) } else { ty }
}

fn inline(schema: &Value, replaced: &BTreeMap<String, Replacement>) -> Type {
    match schema["type"].as_str() {
        Some("string") => parse_quote!(::std::string::String),
        Some("boolean") => parse_quote!(bool),
        Some("number") => parse_quote!(f64),
        Some("integer") => {
            let format = schema["format"].as_str().unwrap_or_default();
            let ident = format_ident!("{}", mapping::integer(format, None, None).unwrap_or("i64"));
            parse_quote!(#ident)
        }
        Some("array") => {
            let item = named_or_inline(&schema["items"], replaced);
            parse_quote!(::std::vec::Vec<#item>)
        }
        Some("object") => match &schema["additionalProperties"] {
            Value::Object(value) if !value.is_empty() => {
                let value = named_or_inline(&schema["additionalProperties"], replaced);
                parse_quote!(::std::collections::BTreeMap<::std::string::String, #value>)
            }
            _ => parse_quote!(::serde_json::Map<::std::string::String, ::serde_json::Value>),
        },
        _ => parse_quote!(::serde_json::Value),
    }
}
