//! References lead to their values, or the kind says why not.

use spec::{Document, RefErrorKind, Source};

const DOCUMENT: &str = "
a: {$ref: '#/b/c'}
b:
  c: {$ref: '#/list/1/value'}
list:
- x
- value: end
encoded: {a/b: slash, a~b: tilde, 'a b': space, '{id}': brace, é: accent, '%': percent, '': empty, '01': zero, ~1: order, x dead: beef}
";

/// The object `{$ref: reference}` resolves to the text, or fails so.
#[track_caller]
fn check(reference: &str, expected: Result<&str, RefErrorKind>) {
    let source = Source::new("openapi.yaml", format!("{DOCUMENT}\nstart: {{$ref: {reference}}}\n"));
    let document = Document::parse(&source).expect("is readable");
    let start = document.at("/start").expect("is there");
    let found = start.resolve().map(|node| node.as_str().unwrap_or("no text"));
    assert_eq!(found.map_err(|error| error.kind), expected);
}

fn missing(pointer: &str) -> Result<&str, RefErrorKind> {
    Err(RefErrorKind::Missing(pointer.to_owned()))
}

#[test]
fn chains() {
    check("'#/b/c'", Ok("end"));
    check("'#/a'", Ok("end"));
    check("'#/list/0'", Ok("x"));
    check("'#'", Ok("no text"));
}

#[test]
fn escapes_and_percent_encoding() {
    check("'#/encoded/a~1b'", Ok("slash"));
    check("'#/encoded/a~0b'", Ok("tilde"));
    check("'#/encoded/a%7E0b'", Ok("tilde"));
    check("'#/encoded/a%20b'", Ok("space"));
    check("'#/encoded/x%20dead'", Ok("beef"));
    check("'#/encoded/~01'", Ok("order"));
    check("'#/encoded/%7Bid%7d'", Ok("brace"));
    check("'#/encoded/%C3%A9'", Ok("accent"));
    check("'#/encoded/é'", Ok("accent"));
    check("'#/encoded/%25'", Ok("percent"));
    check("'#/encoded/%'", Ok("percent"));
    check("'#/encoded/'", Ok("empty"));
}

#[test]
fn the_error_names_the_first_missing_step() {
    check("'#/components/schemas/App'", missing("/components"));
    check("'#/b/d/e'", missing("/b/d"));
    check("'#/list/2'", missing("/list/2"));
    check("'#/list/01'", missing("/list/01"));
    check("'#/list/+1'", missing("/list/+1"));
    check("'#/list/-'", missing("/list/-"));
    check("'#/list/0/x'", missing("/list/0/x"));
    check("'#/encoded/01'", Ok("zero"));
    check("'#/'", missing("/"));
}

#[test]
fn other_errors() {
    check("12", Err(RefErrorKind::NotString));
    check("'other.yaml#/a'", Err(RefErrorKind::File));
    check("'./schemas/App.json'", Err(RefErrorKind::File));
    check("''", Err(RefErrorKind::File));
    check("'https://example.com/openapi.yaml#/a'", Err(RefErrorKind::Url));
    check("'//example.com/a'", Err(RefErrorKind::Url));
    check("'urn:example:a'", Err(RefErrorKind::Url));
    check("'#App'", Err(RefErrorKind::NotPointer));
    check("'#/start'", Err(RefErrorKind::Cycle));
}

#[test]
fn cycles_of_any_length_are_detected() {
    for (lead, cycle) in [(0, 1), (0, 7), (1, 2), (10, 1), (33, 100)] {
        let last = lead + cycle - 1;
        let next = |index| if index == last { lead } else { index + 1 };
        let text: String =
            (0..=last).map(|index| format!("n{index}: {{$ref: '#/n{}'}}\n", next(index))).collect();
        let source = Source::new("openapi.yaml", text);
        let document = Document::parse(&source).expect("is readable");
        let found = document.at("/n0").expect("is there").resolve();
        assert_eq!(found.map_err(|error| error.kind), Err(RefErrorKind::Cycle), "{lead} {cycle}");
    }
}

#[test]
fn an_error_is_at_the_unresolved_reference() {
    let source = Source::new("openapi.yaml", "a: {$ref: '#/b'}\nb: {$ref: '#/c'}\n");
    let document = Document::parse(&source).expect("is readable");
    let error = document.at("/a").expect("is there").resolve().expect_err("leads nowhere");
    assert_eq!(error.node.pointer(), "/b/$ref");
    assert_eq!(error.to_string(), "`$ref` cannot be resolved: `/c` does not exist");
}

#[test]
fn pointers_resolve_to_their_values() {
    let source = Source::new("openapi.yaml", DOCUMENT);
    let document = Document::parse(&source).expect("is readable");
    let encoded = document.at("/encoded").expect("is there");
    for value in encoded.entries().map(|entry| entry.value).chain([document.root(), encoded]) {
        assert_eq!(document.at(&value.pointer()), Some(value));
    }
    assert_eq!(document.at("encoded"), None);
}
