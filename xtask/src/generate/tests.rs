//! Writes a test for every documented example: one typed call for each operation, and a list.

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::{arguments, function};
use super::lower::Refusal;
use super::model::Operation;
use super::signatures::Signatures;

/// Writes the typed call of every operation, with what an example says as its arguments.
pub fn calls(operations: &[Operation], signatures: &Signatures) -> Result<TokenStream, Refusal> {
    let mut file = quote! {
        use modelarts_app_auth::types;

        use crate::check::{Call, Outcome, checks, outcome};
    };
    for operation in operations {
        file.extend(call(operation, signatures)?);
    }
    Ok(file)
}

fn call(operation: &Operation, signatures: &Signatures) -> Result<TokenStream, Refusal> {
    let name = format_ident!("{}", operation.function());
    let arguments = arguments(operation, function(operation, signatures)?)?;
    let (required, optional): (Vec<_>, Vec<_>) =
        arguments.iter().partition(|argument| argument.parameter.required);
    let passed = required.iter().map(|argument| {
        let (ty, name) = (public(&argument.ty), &argument.parameter.name);
        quote!(call.argument::<#ty>(#name))
    });
    let body = operation.body.as_ref().map(|body| match &body.schema {
        Some(schema) => {
            let schema = format_ident!("{schema}");
            (body.required, quote!(types::#schema))
        }
        None => (true, quote!(Vec<u8>)),
    });
    let (body_passed, body_set) = match body {
        Some((true, ty)) => (quote!(call.body::<#ty>()), quote!()),
        Some((false, ty)) => {
            let set = quote! {
                if let Some(body) = call.optional_body::<#ty>() {
                    request = request.body(body);
                }
            };
            (quote!(), set)
        }
        None => (quote!(), quote!()),
    };
    let sets = optional.iter().map(|argument| {
        let (ident, ty) = (argument.ident(), public(&argument.ty));
        let name = &argument.parameter.name;
        quote! {
            if let Some(value) = call.option::<#ty>(#name) {
                request = request.#ident(value);
            }
        }
    });
    let changes = !optional.is_empty() || !body_set.is_empty();
    let mutable = changes.then(|| quote!(mut));
    Ok(quote! {
        async fn #name(call: Call) -> Outcome {
            let #mutable request = call.client().#name(#(#passed,)* #body_passed);
            #(#sets)*
            #body_set
            outcome(request).await
        }
    })
}

/// A type of the client as another crate names it.
fn public(ty: &syn::Type) -> TokenStream {
    let tokens = quote!(#ty).to_string();
    let path = tokens.replace("crate ::", "modelarts_app_auth ::");
    path.parse().unwrap_or_else(|_| quote!(#ty))
}

/// Lists the tests, one line each; their names say operation, status and example.
pub fn list(operations: &[Operation], calls: &[spec::Call]) -> String {
    let mut list = "checks! {\n".to_owned();
    for call in calls {
        let Some(id) = call.operation.id() else { continue };
        let Some(operation) = operations.iter().find(|operation| operation.id == id) else {
            continue;
        };
        // No example holds bytes.
        if operation.body.as_ref().is_some_and(|body| body.schema.is_none()) {
            continue;
        }
        let (function, status, name) = (operation.function(), call.status, &call.name);
        let test = format!("{function}_{}_{}", status.to_snake_case(), name.to_snake_case());
        list.push_str(&format!("    {test}: {function}, {id:?}, {status:?}, {name:?};\n"));
    }
    list.push_str("}\n");
    list
}
