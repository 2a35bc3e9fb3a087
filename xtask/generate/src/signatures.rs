//! Reads the code that progenitor generated: the types in its signatures, the fields of its structs.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Fields, FnArg, GenericArgument, ImplItem, Item, ItemStruct, Pat, PathArguments, Type};

use super::text;

/// The methods and structs of the private client.
#[derive(Default)]
pub struct Signatures {
    pub functions: BTreeMap<String, Function>,
    pub structs: BTreeMap<String, Vec<Field>>,
    /// The structs of one field without a name.
    pub newtypes: BTreeSet<String>,
}

/// A method of the private client.
pub struct Function {
    /// The arguments after `&self`, in order.
    pub arguments: Vec<(String, Type)>,
}

/// A field of a struct.
pub struct Field {
    /// The name in JSON.
    pub name: String,
    pub ident: syn::Ident,
    pub ty: Type,
    /// Whether the constructor of a request takes it.
    pub required: bool,
    pub docs: String,
}

/// Reads the methods of `Client` and the structs of `types`. `required` has the properties that only
/// requests require, by the name of their schema.
pub fn read(file: &syn::File, required: &BTreeMap<String, BTreeSet<String>>) -> Signatures {
    let mut signatures = Signatures::default();
    for item in &file.items {
        match item {
            Item::Impl(block) if block.trait_.is_none() => {
                signatures.functions.extend(block.items.iter().filter_map(function));
            }
            Item::Mod(module) if module.ident == "types" => {
                for item in module.content.iter().flat_map(|(_, items)| items) {
                    signatures.structs.extend(fields(item, required));
                    let Item::Struct(item) = item else { continue };
                    if matches!(item.fields, Fields::Unnamed(_)) {
                        signatures.newtypes.insert(item.ident.to_string());
                    }
                }
            }
            _ => {}
        }
    }
    signatures
}

fn function(item: &ImplItem) -> Option<(String, Function)> {
    let ImplItem::Fn(function) = item else { return None };
    function.sig.asyncness?;
    let name = function.sig.ident.to_string();
    let arguments = function.sig.inputs.iter().filter_map(|argument| {
        let FnArg::Typed(argument) = argument else { return None };
        let Pat::Ident(name) = argument.pat.as_ref() else { return None };
        Some((name.ident.to_string(), argument.ty.as_ref().clone()))
    });
    Some((name, Function { arguments: arguments.collect() }))
}

fn fields(
    item: &Item,
    required: &BTreeMap<String, BTreeSet<String>>,
) -> Option<(String, Vec<Field>)> {
    let Item::Struct(item @ ItemStruct { fields: Fields::Named(_), .. }) = item else {
        return None;
    };
    let required = required.get(&item.ident.to_string());
    let fields = item.fields.iter().filter_map(|field| {
        let ident = field.ident.clone()?;
        let (name, omissible) = serde(&field.attrs);
        let name = name.unwrap_or_else(|| ident.to_string());
        let docs = text::read_docs(&field.attrs);
        let required = required.is_some_and(|names| names.contains(&name))
            || optional(&field.ty).is_none() && !omissible;
        Some(Field { name, ident, ty: field.ty.clone(), required, docs })
    });
    Some((item.ident.to_string(), fields.collect()))
}

/// Returns the name in JSON from `#[serde(…)]`, and whether the field may be absent.
fn serde(attributes: &[syn::Attribute]) -> (Option<String>, bool) {
    let (mut name, mut omissible) = (None, false);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // An attribute in another form is neither of the two.
        let _ = attribute.parse_nested_meta(|meta| {
            // A flattened field has no name of its own.
            omissible |= meta.path.is_ident("default") || meta.path.is_ident("flatten");
            if let Ok(value) = meta.value() {
                let literal: syn::Lit = value.parse()?;
                if let (true, syn::Lit::Str(text)) = (meta.path.is_ident("rename"), literal) {
                    name = Some(text.value());
                }
            }
            Ok(())
        });
    }
    (name, omissible)
}

/// Returns `T` of `Option<T>`.
pub fn optional(ty: &Type) -> Option<&Type> {
    (last(ty)? == "Option").then(|| inner(ty)).flatten()
}

/// Returns `T` of `Vec<T>`.
pub fn list(ty: &Type) -> Option<&Type> {
    (last(ty)? == "Vec").then(|| inner(ty)).flatten()
}

/// Returns the last segment of the path of a type.
pub fn last(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    Some(path.path.segments.last()?.ident.to_string())
}

/// Returns the first type argument.
pub fn inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
