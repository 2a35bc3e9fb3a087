//! Runs progenitor over a lowered document to generate the private client, and catches its panics.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use progenitor::{CrateVers, GenerationSettings, Generator, HooksMode, TypeImpl, TypePatch};
use quote::quote;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use syn::visit_mut::VisitMut;
use syn::{ImplItem, parse_quote};

use super::lower::clearable::STD;
use super::lower::lowered::{Lowered, Replacement};
use super::lower::successes;
use super::lower::walk::reached;
use super::model;
use super::order;
use super::signatures::last;
use super::text;
use super::unsupported::Unsupported;

const HELP: &str = "write it in a simpler way; `cargo xtask lint` names the ways that work";

/// Generates the private client.
///
/// # Errors
/// progenitor fails or panics on the document; the error names the first operation it fails for.
pub fn generate(
    lowered: &Lowered,
    operations: &[model::Operation],
) -> Result<syn::File, Unsupported> {
    let generated = attempt(lowered, &lowered.document);
    let mut file = generated.map_err(|reason| first_unsupported(lowered, reason))?;
    sort(&mut file, operations);
    text::split_docs(&mut file);
    document_extra(&mut file);
    Ok(file)
}

/// Sorts types and methods like the rest of the client.
fn sort(file: &mut syn::File, operations: &[model::Operation]) {
    let keys: BTreeMap<String, String> =
        operations.iter().map(|operation| (operation.function(), operation.sort_key())).collect();
    let types = order::Types::new(operations);
    for item in &mut file.items {
        match item {
            syn::Item::Impl(block) if block.trait_.is_none() => {
                let is_call =
                    |item: &ImplItem| method(item).is_some_and(|name| keys.contains_key(&name));
                let (calls, others): (Vec<_>, Vec<_>) =
                    std::mem::take(&mut block.items).into_iter().partition(is_call);
                let key = |item: &ImplItem| keys[&method(item).unwrap_or_default()].clone();
                let calls: Vec<_> = calls.into_iter().map(|item| (key(&item), item)).collect();
                block.items = others;
                if !calls.is_empty() {
                    block.items.extend(order::sorted(calls, order::impl_item));
                }
            }
            syn::Item::Mod(module) if module.ident == "types" => {
                let Some((_, items)) = &mut module.content else { continue };
                let items_of = std::mem::take(items).into_iter().map(|item| {
                    let name = type_name(&item).unwrap_or_default();
                    (types.key(&name), item)
                });
                *items = order::sorted(items_of.collect(), order::item);
            }
            _ => {}
        }
    }
}

/// Documents the fields that keep the properties which a schema does not name. No description of the
/// document is for them.
fn document_extra(file: &mut syn::File) {
    struct Fields;
    impl VisitMut for Fields {
        fn visit_field_mut(&mut self, field: &mut syn::Field) {
            let is_flattened = field.attrs.iter().any(|attribute| {
                let is_serde = attribute.path().is_ident("serde");
                is_serde && attribute.parse_args::<syn::Ident>().is_ok_and(|it| it == "flatten")
            });
            if is_flattened {
                let docs = parse_quote!(#[doc = " The properties that the schema does not name."]);
                field.attrs.insert(0, docs);
            }
        }
    }
    Fields.visit_file_mut(file);
}

fn method(item: &ImplItem) -> Option<String> {
    let ImplItem::Fn(method) = item else { return None };
    Some(method.sig.ident.to_string())
}

/// Returns the name of the type that an item declares or implements.
fn type_name(item: &syn::Item) -> Option<String> {
    match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Type(item) => Some(item.ident.to_string()),
        syn::Item::Impl(block) => last(&block.self_ty),
        _ => None,
    }
}

fn settings(lowered: &Lowered) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(crate::call::context::Context))
        .with_crate(STD, CrateVers::Any, None)
        .with_map_type("::std::collections::BTreeMap");
    for (schema, replacement) in &lowered.replaced {
        let path = match replacement {
            Replacement::Newtype | Replacement::OpenEnum(_) => format!("crate::{schema}"),
            Replacement::Secret => "crate::Secret".to_owned(),
            Replacement::Payload => "crate::call::payload::Payload".to_owned(),
            Replacement::Segment => "crate::call::path_segment::PathSegment".to_owned(),
        };
        settings.with_replacement(schema, path, [TypeImpl::Display].into_iter());
    }
    // A field that is added to the document must not break callers.
    for (schema, _) in schemas(&lowered.document) {
        settings.with_patch(schema, TypePatch::default().with_attr("#[non_exhaustive]"));
    }
    settings
}

fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    document["components"]["schemas"].as_object().into_iter().flatten()
}

fn attempt(lowered: &Lowered, document: &Value) -> Result<syn::File, String> {
    let mut document = document.clone();
    successes::remove_bodies(&mut document);
    let document = openapiv3::OpenAPI::deserialize(&document).map_err(|error| error.to_string())?;
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(|| {
        Generator::new(&settings(lowered)).generate_tokens(&document)
    }));
    std::panic::set_hook(hook);
    let generated = result.map_err(|panic| message(panic.as_ref()))?;
    let tokens = generated.map_err(|error| error.to_string())?;
    syn::parse2(tokens).map_err(|error| format!("the code does not parse: {error}"))
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.and_then(|text| text.lines().next()).unwrap_or("no reason given").to_owned()
}

/// Finds the first operation for which progenitor fails, by bisecting the operations.
fn first_unsupported(lowered: &Lowered, reason: String) -> Unsupported {
    let operations = operations(&lowered.document);
    let mut reason = reason;
    // The first `good` operations can be generated, the first `bad` ones cannot.
    let (mut good, mut bad) = (0, operations.len());
    while good + 1 < bad {
        let middle = good.midpoint(bad);
        match attempt(lowered, &subset(&lowered.document, &operations[..middle])) {
            Ok(_) => good = middle,
            Err(found) => (bad, reason) = (middle, found),
        }
    }
    let pointer = bad.checked_sub(1).map(|last| {
        let (path, method, _) = operations[last];
        format!("/paths/{}/{method}", spec::pointer_token(path))
    });
    let reason = format!("progenitor cannot generate from this: {reason}");
    Unsupported::new(&pointer.unwrap_or_default(), reason, HELP)
}

type Operation<'d> = (&'d String, &'d String, &'d Value);

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| (path, method, operation))
    });
    operations.collect()
}

/// Returns a document with these operations and the schemas that they need.
fn subset(document: &Value, operations: &[Operation]) -> Value {
    let mut paths = json!({});
    for (path, method, operation) in operations {
        paths[*path][*method] = (*operation).clone();
    }
    let names = reached(document, &paths);
    let schemas = schemas(document).filter(|(name, _)| names.contains(*name));
    let schemas: Map<String, Value> =
        schemas.map(|(name, schema)| (name.clone(), schema.clone())).collect();
    json!({
        "openapi": document["openapi"],
        "info": document["info"],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}
