//! The private client: progenitor, run over a lowered document and never seen to panic.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, HooksMode, TypeImpl, TypePatch};
use quote::quote;
use serde_json::{Map, Value, json};

use super::lower::{Lowered, Refusal, Replacement, pointer_token, reached, reference};

const MEND: &str = "write it in a simpler way; `cargo xtask lint` names the ways that work";

/// Generates the private client.
pub fn generate(lowered: &Lowered) -> Result<syn::File, Refusal> {
    let tokens = attempt(lowered, &lowered.document).map_err(|reason| culprit(lowered, reason))?;
    syn::parse2(tokens).map_err(|error| {
        Refusal::new("", format!("progenitor wrote code that does not parse: {error}"), MEND)
    })
}

fn settings(lowered: &Lowered) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(crate::call::Context))
        .with_map_type("::std::collections::BTreeMap");
    for (schema, replacement) in &lowered.replaced {
        let name = heck::ToPascalCase::to_pascal_case(schema.as_str());
        let path = match replacement {
            Replacement::Newtype | Replacement::OpenEnum(_) => format!("crate::{name}"),
            Replacement::Secret => "crate::Secret".to_owned(),
            Replacement::Payload => "crate::payload::Payload".to_owned(),
            Replacement::Segment => "crate::segment::Segment".to_owned(),
        };
        settings.with_replacement(name, path, [TypeImpl::Display].into_iter());
    }
    // A field that the document gains must not break callers.
    for (schema, _) in schemas(&lowered.document) {
        let name = heck::ToPascalCase::to_pascal_case(schema.as_str());
        settings.with_patch(name, TypePatch::default().with_attr("#[non_exhaustive]"));
    }
    settings
}

fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    document["components"]["schemas"].as_object().into_iter().flatten()
}

fn attempt(lowered: &Lowered, document: &Value) -> Result<TokenStream, String> {
    let document: openapiv3::OpenAPI =
        serde_json::from_value(document.clone()).map_err(|error| error.to_string())?;
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        Generator::new(&settings(lowered)).generate_tokens(&document)
    }));
    std::panic::set_hook(hook);
    match outcome {
        Ok(generated) => generated.map_err(|error| error.to_string()),
        Err(panic) => Err(message(panic.as_ref())),
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.and_then(|text| text.lines().next()).unwrap_or("no reason given").to_owned()
}

/// Finds the part of the document that progenitor cannot take, by trying each part alone.
fn culprit(lowered: &Lowered, reason: String) -> Refusal {
    let alone = |paths: Value, names: &BTreeSet<String>| {
        let schemas = schemas(&lowered.document).filter(|(name, _)| names.contains(*name));
        let schemas: Map<_, _> =
            schemas.map(|(name, schema)| (name.clone(), schema.clone())).collect();
        json!({
            "openapi": lowered.document["openapi"],
            "info": lowered.document["info"],
            "paths": paths,
            "components": { "schemas": schemas },
        })
    };
    let cannot = |reason: String| format!("progenitor cannot generate from this: {reason}");
    for (name, _) in schemas(&lowered.document) {
        let document = alone(json!({}), &reached(&lowered.document, &reference(name)));
        if let Err(reason) = attempt(lowered, &document) {
            return Refusal::new(&format!("/components/schemas/{name}"), cannot(reason), MEND);
        }
    }
    for (path, item) in lowered.document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let paths = json!({ path: { method: operation } });
            let document = alone(paths, &reached(&lowered.document, operation));
            if let Err(reason) = attempt(lowered, &document) {
                let pointer = format!("/paths/{}/{method}", pointer_token(path));
                return Refusal::new(&pointer, cannot(reason), MEND);
            }
        }
    }
    Refusal::new("", cannot(reason), MEND)
}
