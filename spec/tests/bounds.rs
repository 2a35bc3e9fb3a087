//! No document makes the reader panic, hang, or take memory without bound. What is not linear in
//! these does not end while somebody waits.

use spec::{Document, ParseDiagnosticKind, Source};

/// Reading ends with this diagnostic, if any.
#[track_caller]
fn check(name: &str, text: String, expected: Option<ParseDiagnosticKind>) {
    let source = Source::new(name, text);
    let found = match Document::parse(&source) {
        Ok(document) => {
            let value = document.root().to_value();
            assert_eq!(value, value.clone());
            None
        }
        Err(diagnostics) => diagnostics.last().map(|diagnostic| diagnostic.kind),
    };
    assert_eq!(found, expected);
}

/// Objects inside one another, as YAML in blocks.
fn nested_blocks(depth: usize) -> String {
    (0..depth).map(|level| format!("{}a:\n", " ".repeat(level))).collect()
}

#[test]
fn nesting() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |depth| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        for name in ["a.json", "a.yaml"] {
            check(name, nested(128), None);
            check(name, nested(129), Some(ParseDiagnosticKind::TooDeep));
            check(name, nested(10_000), Some(ParseDiagnosticKind::TooDeep));
        }
        check("a.json", open.repeat(1_000_000), Some(ParseDiagnosticKind::TooDeep));
    }
    check("a.yaml", nested_blocks(128), None);
    check("a.yaml", nested_blocks(10_000), Some(ParseDiagnosticKind::TooDeep));
    check("a.yaml", "- ".repeat(10_000), Some(ParseDiagnosticKind::TooDeep));
    check("a.yaml", "[a, ".repeat(10_000), Some(ParseDiagnosticKind::TooDeep));
    check("a.yaml", "? ".repeat(10_000), Some(ParseDiagnosticKind::KeyNotString));
}

#[test]
fn nested_aliases() {
    let mut text = String::from("a0: &a0 x\n");
    for level in 1..=150 {
        text += &format!("a{level}: &a{level} [*a{}, []]\n", level - 1);
    }
    check("a.yaml", text, Some(ParseDiagnosticKind::TooDeep));
}

#[test]
fn growing_merges() {
    let mut text = String::from("a0: &a0 {k: {l: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}\n");
    for level in 1..=60 {
        text += &format!("a{level}: &a{level}\n  <<: *a{0}\n  k{level}: *a{0}\n", level - 1);
    }
    check("a.yaml", text, Some(ParseDiagnosticKind::AliasUnbounded));
    let members: String = (0..10_000).map(|at| format!("k{at}: 1, ")).collect();
    let aliases = "*a, ".repeat(10_000);
    let text = format!("[&a {{{members}}}, {{<<: [{aliases}]}}]");
    check("a.yaml", text, Some(ParseDiagnosticKind::AliasUnbounded));
    check("a.yaml", "a: &a {<<: *a}".into(), Some(ParseDiagnosticKind::AliasUnbounded));
}

#[test]
fn billion_laughs() {
    let mut text = String::from("a0: &a0 lol\n");
    for level in 1..=9 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{items}]\n");
    }
    check("a.yaml", text, Some(ParseDiagnosticKind::AliasUnbounded));
}

#[test]
fn sizes() {
    let many = |count: usize, line: &str| {
        (0..count).map(|number| line.replace('N', &number.to_string())).collect()
    };
    check("a.yaml", many(50_000, "kN: v\n"), None);
    check("a.yaml", many(50_000, "- N\n"), None);
    check("a.yaml", format!("a: [{}x]\n", "é, ".repeat(50_000)), None);
    check("a.yaml", format!("a: \"{}\"\n", "é\\n".repeat(50_000)), None);
    check("a.json", format!("{{{}\"z\": 1}}", many(50_000, "\"kN\": [],")), None);
    check("a.json", format!("[{}1]", "1,\n".repeat(50_000)), None);
}

#[test]
fn positions_in_one_long_line() {
    let source = Source::new("a.json", format!("[{}1]", "\"é\", ".repeat(1_000_000)));
    let document = Document::parse(&source).expect("is readable");
    for (index, item) in document.root().items().enumerate().step_by(1000) {
        assert_eq!(document.position(item.span().start).column as usize, index * 5 + 2);
    }
}

#[test]
fn pointers_into_one_long_array() {
    let source = Source::new("a.json", format!("[{}[2]]", "1, ".repeat(100_000)));
    let document = Document::parse(&source).expect("is readable");
    for (index, item) in document.root().items().enumerate() {
        assert_eq!(item.pointer(), format!("/{index}"));
    }
    assert_eq!(document.at("/100000/0").expect("is there").pointer(), "/100000/0");
}
