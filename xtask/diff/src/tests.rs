//! Every kind finds the changes of its own documents, and nothing else finds one there.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use spec::{Document, Source};

use super::KINDS;
use super::change_kind::{Case, Fragment};
use super::changes::Change;
use super::impact::{Impact, Level};
use super::location::Location;
use super::walk::{compare, compare_with_files};

/// What is found between two texts: kind and line.
fn found(base: &str, head: &str) -> Vec<(&'static str, String)> {
    let [old, new] = [Source::new("base.yaml", base), Source::new("head.yaml", head)];
    let [old, new] = [&old, &new].map(|source| {
        Document::parse(source).unwrap_or_else(|problems| panic!("{problems:?}\n{}", source.text()))
    });
    let files = HashSet::from(["changed.yaml".to_owned()]);
    let changes = compare_with_files(&old, &new, &files);
    changes.iter().map(|change| (change.kind.id, line(change))).collect()
}

/// A change as the cases have it.
fn line(change: &Change) -> String {
    let Impact { requests, responses, source } = change.impact;
    let names = [requests, responses, source].map(Level::name);
    format!("{} ({}) {}", change.kind.id, names.join(", "), change.message())
}

/// The text of a case as a document.
fn document(fragment: &Fragment, text: &str) -> String {
    let text = text.trim();
    let indented = text.replace('\n', "\n      ");
    match fragment {
        Fragment::Document if text == "{}" => "openapi: 3.0.3\n".to_owned(),
        Fragment::Document if text.starts_with("openapi:") => format!("{text}\n"),
        Fragment::Document => format!("openapi: 3.0.3\n{text}\n"),
        Fragment::Operation => {
            format!("openapi: 3.0.3\npaths:\n  /a:\n    get:\n      {indented}\n")
        }
        Fragment::Schema => {
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
    (document(&case.fragment, case.base), document(&case.fragment, case.head))
}

#[test]
fn each_kind_reports_its_cases_and_no_other_kind_does() {
    let mut wrong = String::new();
    for kind in KINDS.iter() {
        for case in kind.cases {
            let (base, head) = documents(case);
            let lines: BTreeSet<_> =
                found(&base, &head).into_iter().map(|(_, line)| line).collect();
            let expected: BTreeSet<_> = case.found.iter().map(|line| line.to_string()).collect();
            if lines != expected {
                wrong += &format!(
                    "{} finds\n  {}\nnot\n  {}\nbetween\n{}\nand\n{}\n\n",
                    kind.info.id,
                    lines.into_iter().collect::<Vec<_>>().join("\n  "),
                    expected.into_iter().collect::<Vec<_>>().join("\n  "),
                    case.base,
                    case.head
                );
            }
        }
        let own = |case: &Case| case.found.iter().any(|line| line.starts_with(kind.info.id));
        assert!(kind.cases.iter().any(own), "{}: no case shows it", kind.info.id);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What the values that are allowed do not decide alone, so that it has no inverse: what is not said
/// is mostly ignored, and what is new in an open list, too.
const ONE_SIDED: [&str; 6] = [
    "default-changed",
    "enum-value-added",
    "enum-value-removed",
    "property-access-changed",
    "property-added",
    "property-removed",
];

/// Why the changes of swapped documents are not those of the documents the other way round.
fn not_inverse(case: &Case, there: &[Change], back: &[Change]) -> Option<String> {
    if there.len() != back.len() {
        return Some(format!("{} changes, back {}", there.len(), back.len()));
    }
    there.iter().find_map(|change| {
        let line = line(change);
        let locations = |base: Location, head: Location| (base.node.pointer(), head.node.pointer());
        let is_inverse = |other: &&Change| {
            other.kind.id == change.kind.inverse
                && (&other.was, &other.is) == (&change.is, &change.was)
                && locations(other.base, other.head) == locations(change.head, change.base)
        };
        let Some(inverse) = back.iter().find(is_inverse) else { return Some(line) };
        let (there, back) = (change.impact, inverse.impact);
        let unnoticed = |impact: Impact| {
            [impact.requests, impact.responses, impact.source].map(|level| level == Level::None)
        };
        // Who sends may send less, and who reads responses may get less: one is the inverse of the other.
        let both = there.requests > Level::None && there.responses > Level::None;
        let crossed = (there.requests, there.responses) == (back.responses, back.requests);
        let must_cross = both
            && matches!(case.fragment, Fragment::Schema)
            && !ONE_SIDED.contains(&change.kind.id);
        let holds = unnoticed(there) == unnoticed(back) && (crossed || !must_cross);
        (!holds).then(|| format!("{line}, back {back:?}"))
    })
}

#[test]
fn swapped_documents_have_inverse_changes() {
    let mut wrong = String::new();
    for case in KINDS.iter().flat_map(|kind| kind.cases) {
        let (base, head) = documents(case);
        let [base, head] = [Source::new("base.yaml", base), Source::new("head.yaml", head)];
        let [base, head] = [&base, &head].map(|source| Document::parse(source).expect("a case"));
        if let Some(why) = not_inverse(case, &compare(&base, &head), &compare(&head, &base)) {
            wrong += &format!("{why}\n{}\n{}\n\n", case.base, case.head);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn document_does_not_differ_from_itself() {
    for case in KINDS.iter().flat_map(|kind| kind.cases) {
        let (base, head) = documents(case);
        for text in [base, head].iter().filter(|text| !text.contains("changed.yaml")) {
            let found = found(text, text);
            assert!(found.is_empty(), "{found:?} in\n{text}");
        }
    }
}

#[test]
fn recursive_choice_is_compared_once() {
    let choice = "{oneOf: [{$ref: '#/components/schemas/S'}, {type: integer}]}";
    let of_one = "{oneOf: [{$ref: '#/components/schemas/S'}]}";
    for (base, head) in [("{type: string}", choice), (of_one, choice)] {
        let [base, head] = [base, head].map(|text| document(&Fragment::Schema, text));
        assert!(!found(&base, &head).is_empty());
        assert!(!found(&head, &base).is_empty());
    }
}

#[test]
fn kinds_are_sorted_and_each_has_its_file() {
    assert!(KINDS.is_sorted_by_key(|kind| kind.info.id));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/kinds");
    let entries = |folder: &Path| std::fs::read_dir(folder).expect("a folder of kinds");
    let folders = entries(Path::new(folder)).map(|entry| entry.expect("an entry").path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| entries(&folder));
    let files: BTreeSet<String> = files
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let named = KINDS.iter().map(|kind| format!("{}.rs", kind.info.id.replace('-', "_")));
    assert_eq!(named.collect::<BTreeSet<_>>(), files);
}

#[test]
fn levels_are_in_order() {
    assert!(Level::ALL.is_sorted());
}
