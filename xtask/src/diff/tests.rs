//! Every kind finds the changes of its own documents, and nothing else finds one there.

use std::collections::BTreeSet;

use spec::{Document, Source};

use super::KINDS;
use super::changes::Change;
use super::kind::{Case, Scope};
use super::verdict::{Level, Verdicts};
use super::walk::compare;

/// What is found between two texts: kind and line.
fn found(base: &str, head: &str) -> Vec<(&'static str, String)> {
    let [old, new] = [Source::new("base.yaml", base), Source::new("head.yaml", head)];
    let [old, new] = [&old, &new].map(|source| {
        Document::parse(source).unwrap_or_else(|problems| panic!("{problems:?}\n{}", source.text()))
    });
    let changes = compare(&old, &new);
    changes.iter().map(|change| (change.kind.id, line(change))).collect()
}

/// A change as the cases have it.
fn line(change: &Change) -> String {
    let Verdicts { requests, answers, source } = change.verdicts;
    let names = [requests, answers, source].map(Level::name);
    format!("{} ({}) {}", change.kind.id, names.join(", "), change.message())
}

/// The text of a case as a document.
fn document(scope: &Scope, text: &str) -> String {
    let text = text.trim();
    let indented = text.replace('\n', "\n      ");
    match scope {
        Scope::Document if text == "{}" => "openapi: 3.0.3\n".to_owned(),
        Scope::Document if text.starts_with("openapi:") => format!("{text}\n"),
        Scope::Document => format!("openapi: 3.0.3\n{text}\n"),
        Scope::Operation => format!("openapi: 3.0.3\npaths:\n  /a:\n    get:\n      {indented}\n"),
        Scope::Schema => {
            let content = "{application/json: {schema: {$ref: '#/components/schemas/S'}}}";
            format!(
                "openapi: 3.0.3\npaths:\n  /a:\n    post:\n      operationId: A\n      \
                 requestBody: {{content: {content}}}\n      \
                 responses: {{'200': {{description: S., content: {content}}}}}\n\
                 components:\n  schemas:\n    S:\n      {indented}\n"
            )
        }
    }
}

fn documents(case: &Case) -> (String, String) {
    (document(&case.scope, case.base), document(&case.scope, case.head))
}

#[test]
fn every_kind_finds_the_changes_of_its_cases_and_no_other_is_found() {
    let mut wrong = String::new();
    for kind in KINDS {
        for case in kind.cases {
            let (base, head) = documents(case);
            let lines: BTreeSet<_> =
                found(&base, &head).into_iter().map(|(_, line)| line).collect();
            let expected: BTreeSet<_> = case.found.iter().map(|line| line.to_string()).collect();
            if lines != expected {
                wrong += &format!(
                    "{} finds\n  {}\nnot\n  {}\nbetween\n{}\nand\n{}\n\n",
                    kind.id,
                    lines.into_iter().collect::<Vec<_>>().join("\n  "),
                    expected.into_iter().collect::<Vec<_>>().join("\n  "),
                    case.base,
                    case.head
                );
            }
        }
        let own = |case: &Case| case.found.iter().any(|line| line.starts_with(kind.id));
        assert!(kind.cases.iter().any(own), "{}: no case shows it", kind.id);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn swapped_documents_give_the_mirrored_kinds() {
    let mirror = |id: &str| KINDS.iter().find(|kind| kind.id == id).map(|kind| kind.mirror);
    let mut wrong = String::new();
    for case in KINDS.iter().flat_map(|kind| kind.cases) {
        let (base, head) = documents(case);
        let there: Vec<_> = found(&base, &head).into_iter().map(|(id, _)| id).collect();
        let back: Vec<_> = found(&head, &base).into_iter().map(|(id, _)| id).collect();
        let mirrored: BTreeSet<_> = back.iter().filter_map(|id| mirror(id)).collect();
        let there: BTreeSet<_> = there.into_iter().collect();
        if there != mirrored {
            wrong += &format!("{there:?}, back {mirrored:?}\n{}\n{}\n", case.base, case.head);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_document_is_the_same_as_itself() {
    for case in KINDS.iter().flat_map(|kind| kind.cases) {
        let (base, head) = documents(case);
        for text in [base, head] {
            let found = found(&text, &text);
            assert!(found.is_empty(), "{found:?} in\n{text}");
        }
    }
}

#[test]
fn the_kinds_are_sorted_and_each_has_its_file() {
    assert!(KINDS.is_sorted_by_key(|kind| kind.id));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diff/kinds");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of the kinds")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let named = KINDS.iter().map(|kind| format!("{}.rs", kind.id.replace('-', "_")));
    assert_eq!(named.collect::<BTreeSet<_>>(), files);
}

#[test]
fn the_levels_are_in_order() {
    assert!(Level::ALL.is_sorted());
}
