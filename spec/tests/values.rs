//! Values have the types of YAML's core schema, and JSON reads the same through either reader.

use serde_json::{Value, json};
use spec::{Document, Kind, Source};

/// The text reads as this value, as a `.yaml` file.
#[track_caller]
fn check(text: &str, expected: Value) {
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    assert_eq!(document.root().to_value(), expected);
}

#[test]
fn plain_scalars_follow_the_core_schema() {
    check("[null, Null, NULL, ~]", json!([null, null, null, null]));
    check("a:\nb: 1", json!({"a": null, "b": 1}));
    check("[true, True, FALSE]", json!([true, true, false]));
    check(
        "[no, yes, on, Off, y, tRUE, nULL]",
        json!(["no", "yes", "on", "Off", "y", "tRUE", "nULL"]),
    );
    check("[12, -3, +4, 0777, 0o17, 0x1F]", json!([12, -3, 4, 777, 15, 31]));
    check("[1.5, -.5, 2., 1e3, +1.0E-2]", json!([1.5, -0.5, 2.0, 1e3, 0.01]));
    check(
        "[1_000, 0o8, 0x, 0xG, 1.2.3, 1e, ., +]",
        json!(["1_000", "0o8", "0x", "0xG", "1.2.3", "1e", ".", "+"]),
    );
    check(
        "[2024-01-02, 12:30, 1.0.0, 192.168.0.1]",
        json!(["2024-01-02", "12:30", "1.0.0", "192.168.0.1"]),
    );
}

#[test]
fn quoted_and_block_scalars_are_text() {
    check(
        "['12', \"true\", '', 'it''s', \"\\x41\\u00e9\\U0001f600\\n\"]",
        json!(["12", "true", "", "it's", "Aé😀\n"]),
    );
    check(
        "a: |\n  one\n   two\n\nb: >\n  one\n  two\nc: |-\n  12\n",
        json!({"a": "one\n two\n", "b": "one two\n", "c": "12"}),
    );
    check("a: |\r\n  one\r\n  two\r\n", json!({"a": "one\ntwo\n"}));
    check("a: one\n  two\n\n  three\n", json!({"a": "one two\nthree"}));
}

#[test]
fn tabs_separate() {
    check(
        "a:\tb\nc:\t\t-1\nd: \t'e'\t# f\ng:\n-\th\n",
        json!({"a": "b", "c": -1, "d": "e", "g": ["h"]}),
    );
    check("{a:\tb,\tc: \"d\te\"\t}", json!({"a": "b", "c": "d\te"}));
}

#[test]
fn tags_decide_the_type() {
    check(
        "[!!str 12, !!int '12', !!float 1, !!bool 'true', !!null '', ! 12]",
        json!(["12", 12, 1, true, null, "12"]),
    );
    check(
        "a: !!map {b: !!seq []}\nc: !<tag:yaml.org,2002:str> 1\n",
        json!({"a": {"b": []}, "c": "1"}),
    );
}

#[test]
fn keys_are_text() {
    check(
        "200: a\n1.0: b\ntrue: c\nnull: d\n'x': e",
        json!({"200": "a", "1.0": "b", "true": "c", "null": "d", "x": "e"}),
    );
}

#[test]
fn aliases_are_the_values_they_stand_for() {
    check(
        "a: &x {b: [1, c]}\nd: *x\ne: [*x]\n",
        json!({"a": {"b": [1, "c"]}, "d": {"b": [1, "c"]}, "e": [{"b": [1, "c"]}]}),
    );
    check("a: &x one\nb: &x two\nc: *x\n", json!({"a": "one", "b": "two", "c": "two"}));
}

#[test]
fn aliases_are_keys_and_keys_are_aliased() {
    check("[&a b, {*a : 1}]", json!(["b", {"b": 1}]));
    check("[&a 1, &b true, {*a : 1, *b : 2}]", json!([1, true, {"1": 1, "true": 2}]));
    check("&k a: *k", json!({"a": "a"}));
}

#[test]
fn a_merged_object_has_the_members_that_are_not_its_own() {
    check(
        "[&a {b: 1, c: {d: 2}}, {<<: *a}]",
        json!([{"b": 1, "c": {"d": 2}}, {"b": 1, "c": {"d": 2}}]),
    );
    check("[&a {b: 1, c: 2}, {<<: *a, b: 3}]", json!([{"b": 1, "c": 2}, {"b": 3, "c": 2}]));
    check(
        "[&a {b: 1}, &c {b: 2, d: 3}, {<<: [*a, *c]}]",
        json!([{"b": 1}, {"b": 2, "d": 3}, {"b": 1, "d": 3}]),
    );
    check(
        "- &a {b: 1}\n- &c\n  <<: *a\n  d: 2\n-\n  e: {<<: *c}\n  <<:\n  - *c\n",
        json!([{"b": 1}, {"d": 2, "b": 1}, {"e": {"d": 2, "b": 1}, "d": 2, "b": 1}]),
    );
    check("[&a 1, {<<: *a}, {<<: {b: 1}}, {<<: []}]", json!([1, {"<<": 1}, {"b": 1}, {}]));
}

#[test]
fn an_aliased_large_object_finds_its_members() {
    let members: String = (0..100).map(|number| format!("  k{number}: {number}\n")).collect();
    let source = Source::new("a.yaml", format!("a: &x\n{members}b: *x\n"));
    let document = Document::parse(&source).expect("is readable");
    let copy = document.at("/b/k77").expect("is there");
    assert_eq!((copy.as_i64(), copy.pointer()), (Some(77), "/b/k77".into()));
}

#[test]
fn json_is_read_alike_with_and_without_its_name() {
    let text = r#" {"a": [1, -2.5e3, 0, true, false, null, "", "x"], "é": {"\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\": {}},
	"tabs": [ ]}"#;
    let expected: Value = serde_json::from_str(text).expect("is JSON");
    for name in ["openapi.json", "openapi.JSON", "openapi.yaml", "-"] {
        let source = Source::new(name, text);
        let document = Document::parse(&source).expect("is readable");
        assert_eq!(document.root().to_value(), expected, "{name}");
    }
}

#[test]
fn flow_yaml_that_is_no_json_is_read_as_yaml() {
    check("{a: 1, 'b': [x, 0x10,], # comment\n c: d}", json!({"a": 1, "b": ["x", 16], "c": "d"}));
}

#[test]
fn numbers_keep_their_text() {
    let source = Source::new(
        "a.yaml",
        "[1.50, 18446744073709551615, -1, 0x1F, 123456789012345678901234567890, 1]",
    );
    let document = Document::parse(&source).expect("is readable");
    let numbers = document
        .root()
        .items()
        .map(|node| (node.number_text(), node.as_i64(), node.as_u64(), node.as_f64()));
    let expected = [
        (Some("1.50"), None, None, Some(1.5)),
        (Some("18446744073709551615"), None, Some(u64::MAX), Some(18446744073709551615.0)),
        (Some("-1"), Some(-1), None, Some(-1.0)),
        (Some("0x1F"), Some(31), Some(31), Some(31.0)),
        (
            Some("123456789012345678901234567890"),
            None,
            None,
            Some(123456789012345678901234567890.0),
        ),
        (Some("1"), Some(1), Some(1), Some(1.0)),
    ];
    assert!(numbers.eq(expected));
}

#[test]
fn other_types_have_none_of_it() {
    let source = Source::new("a.yaml", "a: {b: c}\nd: [e]\n");
    let document = Document::parse(&source).expect("is readable");
    let (object, array, text) = (
        document.at("/a").expect("is there"),
        document.at("/d").expect("is there"),
        document.at("/d/0").expect("is there"),
    );
    assert_eq!(
        (object.kind(), array.kind(), text.kind()),
        (Kind::Object, Kind::Array, Kind::String)
    );
    assert_eq!(
        (object.as_str(), array.get("a"), text.as_bool(), text.as_f64()),
        (None, None, None, None)
    );
    assert_eq!((object.items().count(), array.entries().count(), text.len()), (0, 0, 0));
    assert_eq!((object.len(), array.len(), array.is_empty(), text.is_empty()), (1, 1, false, true));
}
