//! Every value and key knows the bytes it is written in.

use spec::{Document, Node, Source, Span};

/// The value at `pointer` starts at `place`, and `written` is all of its span.
#[track_caller]
fn check(text: &str, pointer: &str, place: &str, written: &str) {
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let node = document.at(pointer).expect("is there");
    let Span { start, end } = node.span();
    assert_eq!(&source.text()[start as usize..end as usize], written);
    assert_eq!(document.position(start).to_string(), place);
    assert_eq!(node.pointer(), pointer);
    check_within(node);
}

/// Spans of keys and values lie inside one another as the values do.
#[track_caller]
fn check_within(node: Node<'_>) {
    let Some(parent) = node.parent() else { return };
    let (outer, inner) = (parent.span(), node.span());
    assert!(outer.start <= inner.start && inner.end <= outer.end, "{inner:?} is in {outer:?}");
    if let Some(key) = node.key_span() {
        assert!(outer.start <= key.start && key.end <= inner.start, "{key:?} is before {inner:?}");
    }
    check_within(parent);
}

#[test]
fn plain_scalars() {
    check("title: Apps of a project  # comment\n", "/title", "1:8", "Apps of a project");
    check("a: one\n  two\n\n  three\nb: 1\n", "/a", "1:4", "one\n  two\n\n  three");
    check("count: 12", "/count", "1:8", "12");
}

#[test]
fn quoted_scalars() {
    check("a: 'it''s'   # it's\nb: 1\n", "/a", "1:4", "'it''s'");
    check("a: 'ends with '''\n", "/a", "1:4", "'ends with '''");
    check("a: \"tab\\t \\\" end\" # \"no\"\n", "/a", "1:4", r#""tab\t \" end""#);
    check("a: \"one\n  two\"\nb: 1\n", "/b", "3:4", "1");
    check("{\"a\":\"b\" , \"c\": 1}", "/a", "1:6", "\"b\"");
}

#[test]
fn block_scalars_start_at_their_header_and_end_with_their_text() {
    check("a: |\n  one\n\n  two\n\n# comment\nb: 1\n", "/a", "1:4", "|\n  one\n\n  two");
    check("a: >- # folded\n  one\n  two\nb: 1\n", "/a", "1:4", ">- # folded\n  one\n  two");
    check("- |\n  one\n- |+\n  two\n\n", "/1", "3:3", "|+\n  two");
    check("a: # | not this\n  |\n  text\n", "/a", "2:3", "|\n  text");
    check("a: !!str |\n  text\n", "/a", "1:10", "|\n  text");
    check("a: |\n  text", "/a", "1:4", "|\n  text");
}

#[test]
fn absent_values_are_after_their_indicator() {
    check("a:\nb: 1\n", "/a", "1:3", "");
    check("a:   # nothing\nb:\n", "/b", "2:3", "");
    check("-\n- a\n-", "/0", "1:2", "");
    check("-\n- a\n-", "/2", "3:2", "");
    check("{a: , b: 1}", "/a", "1:4", "");
    check("a: !!null\nb: 1\n", "/a", "1:10", "");
}

#[test]
fn block_collections_end_with_their_last_value() {
    check("a:\n  b: 1\n  c: x  # comment\n\n\nd: 2\n", "/a", "2:3", "b: 1\n  c: x");
    check("a:\n  - x\n  - y\n\nd: 2\n", "/a", "2:3", "- x\n  - y");
    check("a:\n- x\n- - z\n# comment\nd: 2\n", "/a", "2:1", "- x\n- - z");
    check("a:\n- x\n- - z\n# comment\nd: 2\n", "/a/1", "3:3", "- z");
    check("a: # c\n- [x]\n- -5\n", "/a", "2:1", "- [x]\n- -5");
    check("a: {b: 1}\nc:\n  d:\n", "/c", "3:3", "d:");
    check("a:\n  b: |\n    text\n\n\nc: 1\n", "/a", "2:3", "b: |\n    text");
}

#[test]
fn flow_collections_end_with_their_bracket() {
    check("a: [x, {y: 1} ]  # comment\nb: 1\n", "/a", "1:4", "[x, {y: 1} ]");
    check("a: [x, {y: 1} ]  # comment\nb: 1\n", "/a/1", "1:8", "{y: 1}");
    check("a: [\n    x,\n  ]\nb: 1\n", "/a", "1:4", "[\n    x,\n  ]");
    check("a: [b: c, d]\n", "/a/0", "1:5", "b: c");
    check("a: &x !!seq [b]\n", "/a", "1:13", "[b]");
}

#[test]
fn bytes_and_columns_after_text_that_is_not_ascii() {
    check("名: é\nb: {ü: 1, y: 2}\n", "/b/y", "2:14", "2");
    check("a: \"é😀\"\nb: '中'\n", "/b", "2:4", "'中'");
    check("é:\n- 中\n- 文: x\n", "/é/1/文", "3:6", "x");
    check("{\"é\": [\"中\", 7]}", "/é/1", "1:13", "7");
    check("a: |\n  中文\n  é\nb: 1\n", "/a", "1:4", "|\n  中文\n  é");
    let long = format!("a: [{}x]\n", "中, ".repeat(5000));
    check(&long, "/a/5000", "1:15005", "x");
}

#[test]
fn line_breaks_and_byte_order_marks() {
    check("a: 1\r\nb:\r\n  c: x\r\nd: 2\r\n", "/b/c", "3:6", "x");
    check("a: |\r\n  one\r\n  two\r\nb: 1\r\n", "/a", "1:4", "|\r\n  one\r\n  two");
    check("\u{feff}a: 1\nb: 2\n", "/a", "1:4", "1");
    check("\u{feff}{\"a\": 1}", "/a", "1:7", "1");
}

#[test]
fn keys() {
    let text = "plain: 1\n'single': 2\n\"dou\\u0062le\": 3\n? explicit\n: 4\n200: 5\n";
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let keys = document.root().entries().map(|entry| {
        let Span { start, end } = entry.key_span;
        (entry.key, &text[start as usize..end as usize], document.position(start).to_string())
    });
    let expected = [
        ("plain", "plain", "1:1"),
        ("single", "'single'", "2:1"),
        ("double", "\"dou\\u0062le\"", "3:1"),
        ("explicit", "explicit", "4:3"),
        ("200", "200", "6:1"),
    ];
    assert!(keys.eq(expected.map(|(key, written, place)| (key, written, place.to_owned()))));
}

#[test]
fn an_aliased_value_is_at_its_alias_and_its_members_at_their_anchor() {
    let source = Source::new("openapi.yaml", "a: &x {b: 1}\nc: *x\n");
    let document = Document::parse(&source).expect("is readable");
    let place = |pointer| document.position(document.at(pointer).expect("is there").span().start);
    assert_eq!(place("/c").to_string(), "2:4");
    assert_eq!(place("/c/b").to_string(), "1:11");
}

#[test]
fn positions_outside_the_text() {
    let source = Source::new("a.yaml", "é\nb");
    assert_eq!(source.position(0).to_string(), "1:1");
    assert_eq!(source.position(u32::MAX).to_string(), "2:2");
    assert_eq!(
        (source.line(1), source.line(2), source.line(3), source.line(0)),
        ("é", "b", "", "")
    );
}
