//! Writes the names of what a call takes and returns: a type of its own for each response body, and an
//! alias for a request body whose schema is named after another operation.

use mapping::Names;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::guaranteed;
use super::model::{Body, Form, Operation};
use super::order::Types;
use super::signatures::Signatures;
use super::text;
use super::unsupported::Unsupported;

/// Names what operations take and return. The name of a builder is never taken.
pub fn name(operations: &mut [Operation]) {
    let builders: Vec<String> = operations.iter().map(Operation::builder).collect();
    let mut names = Names::without(builders.iter().map(String::as_str));
    let types = Types::new(operations);
    for (operation, builder) in operations.iter_mut().zip(&builders) {
        operation.output = names.unique(format!("{builder}Output"));
        let body = operation.body.as_mut();
        let Some(body) = body.filter(|body| is_misnamed(body, builder, &types)) else { continue };
        body.alias = Some(names.unique(format!("{builder}Input")));
    }
}

/// Returns whether the schema of a request body begins with the name of another operation.
fn is_misnamed(body: &Body, builder: &str, types: &Types) -> bool {
    let owner = body.schema.as_deref().and_then(|schema| types.operation(schema));
    owner.is_some_and(|owner| owner != builder)
}

/// Returns the type of the body of a response, as callers name it.
pub fn output(operation: &Operation) -> TokenStream {
    if operation.success.form == Form::Nothing {
        return quote!(());
    }
    let name = format_ident!("{}", operation.output);
    quote!(#name)
}

/// Returns the declarations of these names, with the guaranteed values.
///
/// # Errors
/// The response does not have a field that the operation guarantees.
pub fn write(operation: &Operation, signatures: &Signatures) -> Result<TokenStream, Unsupported> {
    let builder = format_ident!("{}", operation.builder());
    let body = operation.body.as_ref();
    let input = body.and_then(|body| Some((body.alias.as_ref()?, body.schema.as_ref()?)));
    let input = input.map(|(alias, schema)| {
        let docs = text::docs(&format!("The request body of [`{builder}`]."));
        let (alias, schema) = (format_ident!("{alias}"), format_ident!("{schema}"));
        quote!(#docs pub type #alias = types::#schema;)
    });
    if operation.success.form == Form::Nothing {
        return Ok(quote!(#input));
    }
    let output = output(operation);
    let docs = text::docs(&format!("The response body of [`{builder}`]."));
    let response = &operation.response;
    let guaranteed = guaranteed::write(operation, &output, signatures)?;
    Ok(quote! {
        #input

        #docs
        pub type #output = Output<#response, #builder>;

        #guaranteed
    })
}
