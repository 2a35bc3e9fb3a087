//! The key `<<` merges objects, in place and by alias.

use serde_json::{Value, json};
use spec::{Document, Node, ParseDiagnosticKind, Source};

/// The value at `/x` after all merges.
#[track_caller]
fn check(text: &str, expected: Value) {
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let x = document.at("/x").expect("is there");
    assert_eq!(x.to_value(), expected);
    assert_eq!(x.len(), x.entries().count());
    for entry in x.entries() {
        assert_eq!(document.at(&entry.value.pointer()), Some(entry.value));
        assert_eq!(x.get(entry.key), Some(entry.value));
        assert!(entry.value.is_at_key(entry.key));
    }
    assert_eq!(x.descendants().collect::<Vec<_>>(), walked(x));
}

fn walked(node: Node) -> Vec<Node> {
    let children = node.entries().map(|entry| entry.value).chain(node.items());
    std::iter::once(node).chain(children.flat_map(walked)).collect()
}

#[test]
fn objects_in_place_are_merged_like_aliases() {
    let a = "a: &a {b: 1, c: 1}\n";
    check(&format!("{a}x: {{<<: {{b: 2}}, d: 3}}"), json!({"b": 2, "d": 3}));
    check(
        &format!("{a}x:\n  <<: [*a, {{c: 2, d: 2}}]\n  e: 5\n"),
        json!({"b": 1, "c": 1, "d": 2, "e": 5}),
    );
    check(
        &format!("{a}x:\n  <<: [{{c: 2, d: 2}}, *a, {{}}, {{b: 4}}]\n  d: 5\n"),
        json!({"b": 1, "c": 2, "d": 5}),
    );
    check(
        &format!("{a}x:\n  <<:\n  - *a\n  - e: 1\n    f: [1]\n"),
        json!({"b": 1, "c": 1, "e": 1, "f": [1]}),
    );
    check(
        &format!("{a}x: {{<<: [{{<<: [*a, {{d: 1}}], c: 2}}, {{e: 1}}]}}"),
        json!({"b": 1, "c": 2, "d": 1, "e": 1}),
    );
    check("x: {a: 1, <<: {a: 2, b: {c: 1}}, b: 3}", json!({"a": 1, "b": 3}));
}

#[test]
fn a_list_may_be_aliased() {
    let lists = "a: &a [{b: 1}, {b: 2, c: 2}]\ne: &e []\ns: &s [1]\n";
    check(&format!("{lists}x: {{<<: *a, d: 3}}"), json!({"b": 1, "c": 2, "d": 3}));
    check(&format!("{lists}x: {{<<: *s, d: 3}}"), json!({"<<": [1], "d": 3}));
}

#[test]
fn anchors_of_merged_objects_stay() {
    check("x: {<<: {a: &a {b: 1}}, c: *a}", json!({"a": {"b": 1}, "c": {"b": 1}}));
    check("y: {<<: &a {b: 1}, c: 2}\nx: *a", json!({"b": 1}));
    check(
        "y: &y {<<: {b: 1}, c: 2}\nx: {<<: *y, d: *y}",
        json!({"b": 1, "c": 2, "d": {"b": 1, "c": 2}}),
    );
}

#[test]
fn large_objects() {
    let members: String = (0..40).map(|number| format!("    k{number}: {number}\n")).collect();
    let text = format!("x:\n  <<:\n{members}  k3: three\n");
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let x = document.at("/x").expect("is there");
    assert_eq!((x.len(), x.get("k39").and_then(|node| node.as_i64())), (40, Some(39)));
    assert_eq!(x.get("k3").and_then(|node| node.as_str()), Some("three"));
    assert!(x.get("<<").is_none());
}

#[test]
fn a_second_merge_is_a_repeated_key() {
    let repeated = |text: &str| {
        let source = Source::new("openapi.yaml", text);
        let document = Document::parse(&source).expect("is readable");
        let of_kind = |kind| move |one: &&spec::ParseDiagnostic| one.kind == kind;
        let all = document.diagnostics().iter();
        all.filter(of_kind(ParseDiagnosticKind::RepeatedKey)).count()
    };
    assert_eq!(repeated("a: &a {}\nb: {<<: *a, <<: *a}\n"), 1);
    assert_eq!(repeated("b: {<<: {c: 1}, <<: [{d: 1}], <<: x}\n"), 2);
    assert_eq!(repeated("b: {<<: x, <<: y, '<<': z}\n"), 2);
    assert_eq!(repeated("b: {<<: {<<: {c: 1}}, '<<': 1}\n"), 0);
}

#[test]
fn merges_of_aliased_lists_are_bounded() {
    let items = "{}, ".repeat(5000);
    let merges = "- {<<: *a}\n".repeat(5000);
    let source = Source::new("openapi.yaml", format!("a: &a [{items}]\nb:\n{merges}"));
    let diagnostics = Document::parse(&source).expect_err("grows");
    assert_eq!(diagnostics.last().map(|one| one.kind), Some(ParseDiagnosticKind::AliasUnbounded));
}
