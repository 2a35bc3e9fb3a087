//! Every kind of diagnostic, and where it is said to be.

use std::{collections::BTreeSet, fs};

use spec::{Document, ParseDiagnostic, ParseDiagnosticKind, ParseDiagnosticKind::*, Source};

/// Reading the text finds exactly these diagnostics: kind and place, and the text of the span.
#[track_caller]
fn check(text: &str, expected: &[(ParseDiagnosticKind, &str, &str)]) {
    check_source(&Source::new("openapi.yaml", text), expected);
}

#[track_caller]
fn check_json(text: &str, place: &str, written: &str) {
    check_source(&Source::new("openapi.json", text), &[(Syntax, place, written)]);
}

#[track_caller]
fn check_source(source: &Source, expected: &[(ParseDiagnosticKind, &str, &str)]) {
    let diagnostics = diagnostics(source);
    let found = diagnostics.iter().map(|diagnostic| {
        let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
        (
            diagnostic.kind,
            source.position(diagnostic.span.start).to_string(),
            &source.text()[start..end],
        )
    });
    let expected = expected.iter().map(|&(kind, place, text)| (kind, place.to_owned(), text));
    assert!(found.eq(expected), "{diagnostics:#?}");
    for ParseDiagnostic { message, help, .. } in diagnostics {
        assert!(
            !message.contains('\n') && !message.ends_with('.') && !help.is_empty(),
            "{message:?} {help:?}"
        );
    }
}

fn diagnostics(source: &Source) -> Vec<ParseDiagnostic> {
    match Document::parse(source) {
        Ok(document) => document.diagnostics().to_vec(),
        Err(diagnostics) => diagnostics,
    }
}

#[test]
fn a_clean_document_has_none() {
    check("a: [1, {b: c}]\nd: 'e'\n", &[]);
    check("\u{feff}a: 1\r\nb: 2\r\n", &[]);
    check("# comment\n---\na: 1\n...\n", &[]);
}

#[test]
fn yaml_syntax() {
    check("a: b: c\n", &[(Syntax, "1:5", ":")]);
    check("a: 1\nb\nc: 2\n", &[(Syntax, "2:1", "b")]);
    check("a:\n  b: 1\n c: 2\n", &[(Syntax, "3:2", "c")]);
    check("- a\nb: 1\n", &[(Syntax, "2:1", "b")]);
    check("é: \"x\nb: 2\n", &[(Syntax, "1:4", "\"")]);
    check("a: 'it's'\n", &[(Syntax, "1:8", "s")]);
    check("a: \"\\q\"\n", &[(Syntax, "1:4", "\"")]);
    check("a: \"\\ud83d\\ude00\"\n", &[(Syntax, "1:4", "\"")]);
    check("a: @x\n", &[(Syntax, "1:4", "@")]);
    check("a: *x\n", &[(Syntax, "1:4", "*")]);
    check("a: [1, 2\nb: 3\n", &[(Syntax, "2:2", ":")]);
    check("a: ]\n", &[(Syntax, "1:4", "]")]);
    check("a: [\n1\n]\n", &[(Syntax, "2:1", "1")]);
    check("a: !x!y 1\n", &[(Syntax, "1:4", "!")]);
    check("a: - b\n", &[(Syntax, "1:4", "-")]);
    check("a: b\u{feff}c\n", &[(Syntax, "1:5", "\u{feff}")]);
    check("a: {b: 1", &[(Syntax, "1:9", "")]);
}

#[test]
fn json_syntax() {
    check_json("{\"a\": 1,}", "1:9", "}");
    check_json("{\"a\": [1,\n  2,\n]}", "3:1", "]");
    check_json("{\"a\" 1}", "1:6", "1");
    check_json("{\"a\": 1 \"b\": 2}", "1:9", "\"");
    check_json("{\"a\": 1", "1:8", "");
    check_json("{\"a\": \"é\nb\"}", "1:9", "\n");
    check_json("{\"a\": \"b", "1:7", "\"");
    check_json("{\"a\": \"\\x41\"}", "1:8", "\\x");
    check_json("{\"a\": \"\\é\"}", "1:8", "\\é");
    check_json("{\"a\": \"\\ud83d\"}", "1:8", "\\ud83d");
    check_json("{\"a\": \"\\ud83d\\u0041\"}", "1:8", "\\ud83d\\u0041");
    check_json("{\"a\": \"\\u12", "1:8", "\\u");
    check_json("{\"a\": 'b'}", "1:7", "'");
    check_json("{\"a\": tru}", "1:7", "tru");
    check_json("{\"a\": 01}", "1:7", "01");
    check_json("{\"a\": 1.}", "1:7", "1.");
    check_json("{\"a\": 1.e5}", "1:7", "1.e5");
    check_json("{\"a\": .5}", "1:7", ".");
    check_json("{a: 1}", "1:2", "a");
    check_json("{} {}", "1:4", "{");
    check_json("{\"a\": 1} // end", "1:10", "/");
    check_json("a: 1", "1:1", "a");
    check_json("[1]]", "1:4", "]");
}

#[test]
fn tabs() {
    check("a:\n\tb: 1\n", &[(Tab, "2:1", "\t")]);
    check("a:\n\t  b: 1\n", &[(Tab, "2:1", "\t")]);
    check("a:\n  b: 1\n\tc: 1\n", &[(Tab, "3:1", "\t")]);
    check("a: |\n\ttext\n", &[(Tab, "2:1", "\t")]);
    check("a:\tb\nc: d:\te\n", &[(Syntax, "2:5", ":")]);
}

#[test]
fn characters() {
    check("a: 1\nb: é\0\n", &[(Nul, "2:5", "\0")]);
    check("{\"a\": \"\0\"}", &[(Nul, "1:8", "\0")]);
    let source = Source::from_bytes("a.yaml", b"a: \xc3\xa9\nb: \xe9x\nc: \xff\n".to_vec());
    check_source(&source, &[(Encoding, "2:4", "\u{fffd}")]);
    let source = Source::from_bytes("a.yaml", b"\xef\xbb\xbfa: \xe9".to_vec());
    check_source(&source, &[(Encoding, "1:4", "\u{fffd}")]);
}

#[test]
fn a_file_is_read_and_checked_like_a_text() {
    let directory = std::env::temp_dir().join(format!("spec-diagnostics-{}", std::process::id()));
    fs::create_dir_all(&directory).expect("can write");
    let (invalid, large) = (directory.join("invalid.yaml"), directory.join("large.yaml"));
    fs::write(&invalid, b"a: 1\nb: \xff\n").expect("can write");
    fs::File::create(&large).and_then(|file| file.set_len(5 << 30)).expect("can write");
    check_source(&Source::read(&invalid).expect("is there"), &[(Encoding, "2:4", "\u{fffd}")]);
    check_source(&Source::read(&large).expect("is there"), &[(TooLarge, "1:1", "")]);
    fs::remove_dir_all(&directory).expect("can write");
    assert!(Source::read(&invalid).is_err());
}

#[test]
fn empty_documents() {
    for text in ["", " \n\t\n", "# only a comment\n", "\u{feff}", "---\n...\n"] {
        check(text, &[(Empty, "1:1", "")]);
    }
    check_source(&Source::new("openapi.json", "\n"), &[(Empty, "1:1", "")]);
}

#[test]
fn second_documents() {
    check("a: 1\n---\nb: [\n", &[(SecondDocument, "2:1", "---")]);
}

#[test]
fn repeated_keys() {
    check("a: 1\nb: 2\n'a': 3\n", &[(RepeatedKey, "3:1", "'a'")]);
    check("{\"a\": {\"b\": 1, \"\\u0062\": 2}}", &[(RepeatedKey, "1:16", "\"\\u0062\"")]);
    let many: String = (0..50).map(|number| format!("k{}: 1\n", number % 49)).collect();
    check(&many, &[(RepeatedKey, "50:1", "k0")]);
}

#[test]
fn the_first_of_a_repeated_key_counts_and_none_is_lost() {
    let source = Source::new("a.yaml", "a: 1\na: 2\n");
    let document = Document::parse(&source).expect("is readable");
    assert_eq!(document.diagnostics()[0].message, "key `a` is already on line 1");
    assert_eq!(document.at("/a").and_then(|node| node.as_i64()), Some(1));
    assert_eq!(document.root().entries().count(), 2);
    assert_eq!(document.root().to_value(), serde_json::json!({"a": 1}));
}

#[test]
fn keys_that_are_no_text() {
    check("a: {{name}}\n", &[(KeyNotString, "1:5", "{")]);
    check("? [a, b]\n: 1\n", &[(KeyNotString, "1:3", "[")]);
    check("a: 1\n: 2\n", &[(KeyNotString, "2:1", "")]);
}

#[test]
fn merge_keys_and_aliases() {
    let text = "a: &x {b: 1}\nc:\n  <<: *x\n";
    check(text, &[(MergeKey, "3:3", "<<"), (Alias, "3:7", "*x")]);
    check("'<<': 1\n", &[]);
    check("a: &x b\n*x : 1\n", &[(Alias, "2:1", "*x")]);
    check("a: &x []\n*x : 1\n", &[(Alias, "2:1", "*x"), (KeyNotString, "2:1", "*x")]);
    check("<<: [a]\n", &[(MergeKey, "1:1", "<<"), (Syntax, "1:6", "a")]);
    check("a: &x [*x]\n", &[(Alias, "1:8", "*x"), (AliasUnbounded, "1:8", "*x")]);
}

#[test]
fn tags_and_numbers() {
    check(
        "a: !thing {b: 1}\nc: !!int x\nd: !!seq {}\n",
        &[(Tag, "1:4", "!thing"), (Tag, "2:4", "!!int"), (Tag, "3:4", "!!seq")],
    );
    check("é: !thing 1\nb: ]\n", &[(Tag, "1:4", "!thing"), (Syntax, "2:4", "]")]);
    check("a: !!binary aGk=\nb: &x !!set {}\n", &[(Tag, "1:4", "!!binary"), (Tag, "2:7", "!!set")]);
    check(
        "[.inf, -.INF, .nan, 1e999, 1e300]\n",
        &[
            (NotFinite, "1:2", ".inf"),
            (NotFinite, "1:8", "-.INF"),
            (NotFinite, "1:15", ".nan"),
            (NumberTooLarge, "1:21", "1e999"),
        ],
    );
}

#[test]
fn diagnostics_before_the_last_one_are_not_lost() {
    check(
        "a: 1\na: 2\nb: {c: 1, c: 2}\nd: ]\n",
        &[(RepeatedKey, "3:11", "c"), (Syntax, "4:4", "]")],
    );
}

#[test]
fn ids_differ() {
    let ids: BTreeSet<_> = ParseDiagnosticKind::ALL.iter().map(|kind| kind.id()).collect();
    assert_eq!(ids.len(), ParseDiagnosticKind::ALL.len());
}
