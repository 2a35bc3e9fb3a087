//! A URL field that does not contain a URL.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "url-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The value of a URL field is not a URL.",
        rationale: "Readers and tools cannot open the link.",
        help: "write an absolute URL, or one relative to the document, and percent-encode other \
               characters",
    },
    stops_generation: false,
    failing: &["
info:
  title: A
  version: '1'
  termsOfService: the terms # <-
  contact: {url: 'https://'} # <-
"],
    passing: &["
info:
  title: A
  version: '1'
  termsOfService: /terms
  contact: {url: 'https://example.com/a%20b'}
  license: {name: A, url: ''}
externalDocs: {url: 'https://bücher.example/größe'}
"],
    check: Check::Each(URLS, check),
};

const URLS: &[Kind] = &[
    Kind::Contact,
    Kind::Example,
    Kind::ExternalDocs,
    Kind::Info,
    Kind::License,
    Kind::OAuthFlow,
    Kind::SecurityScheme,
];

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(kind) = index.kind(node) else { return };
    let fields = Object::of(kind, node).fields.iter();
    for field in fields.filter(|field| matches!(field.holds, Type::Url)) {
        let Some(value) = node.get(field.name) else { continue };
        if let Some(text) = value.as_str().filter(|text| !is_url(text)) {
            diagnostics.at(value, format!("`{text}` is not a valid URL"));
        }
    }
}

fn is_url(text: &str) -> bool {
    // Browsers take other letters than those of ASCII as well.
    let Ok(url) = fluent_uri::IriRef::parse(text) else { return false };
    let web =
        url.scheme().is_some_and(|scheme| scheme.as_str().to_ascii_lowercase().starts_with("http"));
    let host = url.authority().map_or("", |authority| authority.host());
    // Nothing at all is a URL as well, of the document itself.
    !web || !host.is_empty()
}
