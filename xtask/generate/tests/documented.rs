//! Every public item that is generated has documentation, whatever the document describes.

use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Visibility};

/// A document without any description.
const BARE: &str = "
openapi: 3.0.3
info: {title: Bare, version: '1'}
paths:
  /things:
    post:
      operationId: CreateThing
      deprecated: true
      parameters: [{name: X-Trace, in: header, schema: {type: string}}]
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Thing'}}
          text/csv: {schema: {type: string}}
      responses:
        '201': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
  /parts:
    post:
      operationId: CreatePart
      requestBody: {content: {application/json: {schema: {type: object, required: [name]}}}}
      responses: {'204': {description: ''}}
  /things/{id}:
    get:
      operationId: ShowThing
      parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}]
      responses:
        '200':
          description: ''
          x-guaranteed: [/id]
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
    Id: {type: string}
    Thing:
      type: object
      additionalProperties: {type: string}
      properties:
        id: {$ref: '#/components/schemas/Id'}
        key: {type: string, format: password}
        at: {type: integer, x-timestamp: seconds}
        kind: {type: string, enum: [a, b]}
        parts: {type: array, items: {type: object, properties: {one: {nullable: true, type: string}}}}
";

/// The places of the public items without documentation.
#[derive(Default)]
struct Undocumented(Vec<String>);

impl Undocumented {
    fn check(&mut self, attributes: &[Attribute], name: &dyn ToString) {
        let texts = attributes.iter().filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
                _ => None,
            },
            _ => None,
        });
        let texts: Vec<String> = texts.collect();
        let is_written = texts.first().is_some_and(|first| first.len() > 5)
            && texts.iter().all(|line| line.is_empty() || line.starts_with(' '));
        if !is_written {
            self.0.push(format!("{}: {texts:?}", name.to_string()));
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

impl<'ast> Visit<'ast> for Undocumented {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        if is_public(&item.vis) {
            self.check(&item.attrs, &item.ident);
        }
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        if is_public(&item.vis) {
            self.check(&item.attrs, &item.ident);
            item.variants.iter().for_each(|variant| self.check(&variant.attrs, &variant.ident));
        }
        visit::visit_item_enum(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        if is_public(&item.vis) {
            self.check(&item.attrs, &item.ident);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if item.trait_.is_none() {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if is_public(&item.vis) {
            self.check(&item.attrs, &item.sig.ident);
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if let (Some(ident), true) = (&field.ident, is_public(&field.vis)) {
            self.check(&field.attrs, ident);
        }
    }
}

/// Generates the client of a document; checks each file and returns their text.
#[track_caller]
fn check(document: &str) -> String {
    let source = spec::Source::new("document.yaml", document);
    let document = spec::Document::parse(&source).expect("a document");
    let output =
        generate::generate(&document, "", &generate::InvalidValues::default(), &mut |_| {});
    let output = output.map_err(|unsupported| unsupported.reason).expect("a client");
    let files = output.files.into_iter().filter(|file| file.path.starts_with("client/"));
    let texts: Vec<String> = files.map(|file| file.text).collect();
    for text in &texts {
        let mut undocumented = Undocumented::default();
        undocumented.visit_file(&syn::parse_file(text).expect("Rust"));
        assert!(undocumented.0.is_empty(), "{:#?}", undocumented.0);
    }
    texts.concat()
}

#[test]
fn document_without_descriptions_is_documented() {
    let text = check(BARE);
    for line in [
        "/// A secret: Debug, Display and serde print a placeholder.",
        "/// In seconds since the Unix epoch.",
        "/// The properties that the schema does not name.",
        "/// The name in the header is `X-Trace`.",
        "/// Used in the property `parts` of `Thing`.",
        "#[doc(alias = \"get_thing\")]",
        "    /// - `id`\n",
        "//! # Other calls",
    ] {
        assert!(text.contains(line), "{line}");
    }
}

#[test]
fn our_own_document_is_documented() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.yaml");
    let text = check(&std::fs::read_to_string(path).expect("the document"));
    assert!(!text.contains("Not described in the document."), "a description is missing");
    assert!(text.contains("//! # Authorizations"));
    let (_, call) = text.split_once("impl Client {\n    // a\n    /// Shows ").expect("a verb");
    let first = call.lines().next().unwrap_or_default();
    assert_eq!(first, "the API of the service together with the apps that may call it.");
}
