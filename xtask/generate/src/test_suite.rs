//! Writes the test suite of the client: a typed call for each operation, and a list of examples.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::{arguments, function};
use super::invalid_values::InvalidValues;
use super::model::Operation;
use super::order;
use super::signatures::Signatures;
use super::unsupported::Unsupported;
use super::untested;
use mapping::{Names, snake};

/// The examples of a document, with and without a test.
pub struct TestSuite<'c> {
    /// The calls with a test and their operations, sorted by operation, status and name.
    tested: Vec<(&'c Operation, &'c spec::ExampleCall<'c>)>,
    /// The calls without a test, sorted in the same way.
    left_out: Vec<&'c spec::ExampleCall<'c>>,
    /// The reasons why examples have no test, with counts.
    pub untested: BTreeMap<String, usize>,
}

/// Decides which examples have a test.
pub fn plan<'c>(
    operations: &'c [Operation],
    calls: &'c [spec::ExampleCall<'c>],
    signatures: &Signatures,
    invalid: &InvalidValues,
) -> Result<TestSuite<'c>, Unsupported> {
    let mut tests =
        TestSuite { tested: Vec::new(), left_out: Vec::new(), untested: BTreeMap::new() };
    let ambiguous = ambiguous_labels(calls);
    for operation in operations {
        let function = function(operation, signatures)?;
        for call in calls.iter().filter(|call| operation.is(call.operation)) {
            let is_ambiguous = ambiguous.contains(&call.operation.label());
            let ambiguous =
                is_ambiguous.then(|| "several operations have its `operationId`".to_owned());
            match ambiguous.or_else(|| untested::reason(call, operation, function, invalid)) {
                Some(reason) => {
                    tests.left_out.push(call);
                    *tests.untested.entry(reason).or_default() += 1;
                }
                None => tests.tested.push((operation, call)),
            }
        }
    }
    Ok(tests)
}

/// Returns the labels that do not name a single operation, by which a test could find its example.
fn ambiguous_labels(calls: &[spec::ExampleCall]) -> BTreeSet<String> {
    let mut operations = BTreeMap::new();
    let mut ambiguous = BTreeSet::new();
    for call in calls {
        let known = operations.insert(call.operation.label(), call.operation);
        if known.is_some_and(|known| known != call.operation) {
            ambiguous.insert(call.operation.label());
        }
    }
    ambiguous
}

impl TestSuite<'_> {
    /// Returns how many examples have a test.
    pub fn len(&self) -> usize {
        self.tested.len()
    }
}

/// Writes the typed call of every tested operation, which takes its arguments from an example.
pub fn calls(tests: &TestSuite, signatures: &Signatures) -> Result<TokenStream, Unsupported> {
    let mut calls = Vec::new();
    let mut last = None;
    for (operation, _) in &tests.tested {
        if last.replace(&operation.id) != Some(&operation.id) {
            calls.push((operation.sort_key(), call(operation, signatures)?));
        }
    }
    let calls = order::tokens(calls);
    // A module of its own, because operations may have any name.
    Ok(quote! {
        use crate::harness::check::{CallResult, TypedCall, checks};

        #[allow(deprecated, reason = "a deprecated operation is tested, too")]
        mod calls {
            #[allow(unused_imports, reason = "not every document has request bodies")]
            use modelarts_app_auth::types;

            use crate::harness::check::{CallResult, TypedCall};

            #calls
        }
    })
}

fn call(operation: &Operation, signatures: &Signatures) -> Result<TokenStream, Unsupported> {
    let name = format_ident!("{}", operation.function());
    let arguments = arguments(operation, function(operation, signatures)?)?;
    let (required, optional): (Vec<_>, Vec<_>) =
        arguments.iter().partition(|argument| argument.parameter.required);
    let passed = required.iter().map(|argument| {
        let (ty, place, name) =
            (public(&argument.ty), argument.location(), &argument.parameter.name);
        quote!(call.argument::<#ty>(#place, #name))
    });
    let body = operation.body.as_ref().map(|body| match &body.schema {
        Some(schema) => {
            let schema = format_ident!("{schema}");
            (body.required, quote!(types::#schema))
        }
        None => (body.required, quote!(Vec<u8>)),
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
        let (place, name) = (argument.location(), &argument.parameter.name);
        quote! {
            if let Some(value) = call.option::<#ty>(#place, #name) {
                request = request.#ident(value);
            }
        }
    });
    let changes = !optional.is_empty() || !body_set.is_empty();
    let mutable = changes.then(|| quote!(mut));
    Ok(quote! {
        pub async fn #name(call: TypedCall) -> CallResult {
            let #mutable request = call.client().#name(#(#passed,)* #body_passed);
            #(#sets)*
            #body_set
            crate::harness::check::send(request).await
        }
    })
}

/// Returns a type of the client as another crate names it.
fn public(ty: &syn::Type) -> TokenStream {
    let tokens = quote!(#ty).to_string();
    let path = tokens.replace("crate ::", "modelarts_app_auth ::");
    path.parse().unwrap_or_else(|_| quote!(#ty))
}

/// Lists the tests, one per line, and the examples without a test. A name consists of operation,
/// status and example.
pub fn list(tests: &TestSuite) -> String {
    let mut names = Names::default();
    let mut lines = Vec::new();
    for (operation, call) in &tests.tested {
        let (function, label) = (operation.function(), call.operation.label());
        let (status, name) = (call.status, call.name);
        let test = names.unique(snake(&format!("{function}-{status}-{name}")));
        let line = format!("    {test}: {function}, {label:?}, {status:?}, {name:?};\n");
        lines.push((operation.sort_key(), line));
    }
    let lines = order::sorted(lines, |letter| format!("    // {letter}\n"));
    let left_out = tests.left_out.iter().map(|call| {
        format!("    ({:?}, {:?}, {:?}),\n", call.operation.label(), call.status, call.name)
    });
    format!(
        "checks! {{\n{}}}\n\n/// The examples without a test.\n\
         pub const UNTESTED: &[(&str, &str, &str)] = &[\n{}];\n",
        lines.concat(),
        left_out.collect::<String>()
    )
}
