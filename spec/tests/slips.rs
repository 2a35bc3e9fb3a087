//! A syntax error is at the line where the slip is, and says what to write there.

use spec::{Document, Source};

/// Reading the text fails at this place, with this message and help.
#[track_caller]
fn check(text: &str, place: &str, message: &str, help: &str) {
    let source = Source::new("openapi.yaml", text);
    let diagnostics = Document::parse(&source).expect_err("cannot be read");
    let last = diagnostics.last().expect("has a reason");
    let found = (source.position(last.span.start).to_string(), last.message.as_str());
    assert_eq!((found, &*last.help), ((place.to_owned(), message), help));
}

#[test]
fn a_key_without_its_colon_or_the_space_after_it() {
    let no_space = "no space follows the `:` of this key";
    check("a:\n  title:t\n  version: '1'\n", "2:3", no_space, "write `title: t`");
    check("openapi:3.0.3\ninfo: {}\n", "1:1", no_space, "write `openapi: 3.0.3`");
    check("a:\n- b\n- url:http://x\n  c: d\n", "3:1", no_space, "write `url: http://x`");
    check("a: b\n\"c\":'d'\n", "2:1", no_space, "write `\"c\": 'd'`");
    check("a :b\nc: d", "1:1", no_space, "write `a: b`");
    check("a: b\r\nc:d\r\n# e: f\r\ng: h\r\n", "2:1", no_space, "write `c: d`");
    check("'a':b: c\n", "1:1", no_space, "write `'a': b: c`");
    check("x: y\na:- b\n- c\n", "2:1", no_space, "write `a:`, and the items on the lines below");
    check("- 'a: b':c\n", "1:1", no_space, "write `'a: b': c`");
    let none = "this line has no `:` after its key";
    let help = "add `: ` after the key, or indent the line as a part of the text above";
    check("info:\n  title\n  version: '1'\n", "2:3", none, help);
    check("a: b\ninfo\n  title: A\n", "2:1", none, help);
    check("a: |\n  b\nc d\ne: f\n", "3:1", none, help);
    check("- http://x\n- a\n  b: c\n", "2:1", none, help);
    check("a: b\nenum\n  - c\n  - d\ne: f\n", "2:1", none, help);
    check("a: b\nenum\n- c\ne: f\n", "2:1", none, help);
    check("a: # b\n  enum\n  - c\n  e: f\n", "2:3", none, help);
    check("- http://x\n  b: c\n", "1:1", none, help);
    check("a: b\nsee note:c\nd: e\n", "2:1", none, help);
    let item = "this line is not an item of the array above";
    let help = "start it with `- `, or indent it like the key that it belongs to";
    check("- b\nc: d\n", "2:1", item, help);
}

#[test]
fn a_character_that_looks_like_a_colon() {
    check(
        "info:\n  title： t\n  b: c\n",
        "2:3",
        "`：` is not the colon of YAML",
        "write `title: t`",
    );
    check("a: b\n200：\n  c: d\n", "2:1", "`：` is not the colon of YAML", "write `200:`");
    check("a：b\nc: d\n", "1:1", "`：` is not the colon of YAML", "write `a: b`");
    check("a: b\nc﹕d\n", "2:1", "`﹕` is not the colon of YAML", "write `c: d`");
}

#[test]
fn a_colon_in_text() {
    let colon = "a value without quotes cannot contain `: `";
    check("a: b:\n", "1:5", colon, "put the value in quotes: `'b:'`");
    check("a: b <<<<<<< c: d\n", "1:15", colon, "put the value in quotes: `'b <<<<<<< c: d'`");
    let quote = "text follows the closing quote of this value";
    check("a: \"b\": c\n", "1:4", quote, "put the value in quotes: `'\"b\": c'`");
    check("a: b: c\n", "1:5", colon, "put the value in quotes: `'b: c'`");
    check("- a: it's: b # c\n", "1:10", colon, "put the value in quotes: `'it''s: b'`");
    let text = |line: u32| {
        format!(
            "this line is a part of the text that starts on line {line}, which has no quotes and cannot contain `: `"
        )
    };
    let help = "indent the line like the keys of its object, or put the whole text in quotes";
    check("a: b\n  c: d\n", "2:3", &text(1), help);
    check("x: y\na: b\n  note:c\n  d: e\n", "4:3", &text(2), help);
}

#[test]
fn a_value_that_needs_quotes() {
    for (value, at) in [
        ("& x", 0),
        ("* x", 0),
        ("*x", 0),
        ("|x", 0),
        (">= 5", 0),
        ("? x", 0),
        ("- x", 0),
        ("%x", 0),
        ("@x", 0),
        ("`x`", 0),
        (", x", 0),
        ("] x", 0),
        ("}", 0),
        ("!a!b c", 0),
        ("{scheme}://x", 0),
        ("[beta] foo", 0),
        ("[a-z]+", 0),
        ("{a: [b]} c", 0),
        ("[a](https://b)", 0),
        ("{{name}}", 1),
        ("{{a}} b", 1),
    ] {
        for (before, after) in
            [("- url: ", "\n  b: c\n"), ("a: b\nc:   ", " # d"), ("- ", "\n- b\n")]
        {
            let source = Source::new("openapi.yaml", format!("{before}{value}{after}"));
            // An item may be an array, or have a key that is not a string.
            if before == "- " && matches!(value, "- x" | "? x") {
                continue;
            }
            let diagnostics = Document::parse(&source).expect_err(value);
            let last = diagnostics.last().expect("has a reason");
            assert_eq!(
                last.help,
                format!("put the value in quotes: `'{value}'`"),
                "{before}{value}"
            );
            assert_eq!(
                last.span.start as usize,
                before.len() + at,
                "{before}{value}: {}",
                last.message
            );
        }
    }
}

#[test]
fn other_slips() {
    let conflict = "this line is the marker of a merge conflict";
    let help = "resolve the conflict, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`";
    check("a: b\nc:\n<<<<<<< HEAD\n  d: e\n=======\n  d: f\n>>>>>>> g\n", "3:1", conflict, help);
    check("<<<<<<<\na: b\n", "1:1", conflict, help);
    for name in ["openapi.json", "openapi.yaml"] {
        let text = "{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"b\": 1\n>>>>>>> c\n}";
        let source = Source::new(name, text);
        assert_eq!(Document::parse(&source).expect_err("cannot be read")[0].message, conflict);
    }
    check("a: b\r\n>>>>>>> main\r\nc: d\r\n", "2:1", conflict, help);
    check(
        "a: {$ref: #/b/c}\nb: c\n",
        "1:11",
        "`#` starts a comment, so the `{` before it is not closed",
        "put the value in quotes: `'#/b/c'`",
    );
    check(
        "a: | text\n  b\n",
        "1:4",
        "text follows `|` or `>` on the same line",
        "start the text on the next line, or put it in quotes",
    );
}

#[test]
fn what_looks_like_a_slip_is_read() {
    let text = "a: |\n  <<<<<<< HEAD\n  b：c\n  d:e\nf: http://x\ng: 'h: i'\nj: [k, l]\nm: {n: o}\np: '{q} r'\ns: t\n  u:v\n";
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    assert_eq!(document.at("/s").and_then(|node| node.as_str()), Some("t u:v"));
}

#[test]
fn other_encodings() {
    for (bytes, encoding) in [
        (&b"\xff\xfea\0:\0"[..], "UTF-16"),
        (b"\xfe\xff\0a\0:", "UTF-16"),
        (b"a\0:\0", "UTF-16"),
        (b"\0a\0:", "UTF-16"),
        (b"\xff\xfe\0\0a\0\0\0", "UTF-32"),
        (b"\0\0\0a\0\0\0:", "UTF-32"),
    ] {
        let source = Source::from_bytes("openapi.yaml", bytes.to_vec());
        let diagnostics = Document::parse(&source).expect_err("cannot be read");
        assert_eq!(diagnostics[0].kind, spec::ParseDiagnosticKind::Encoding);
        assert_eq!(
            diagnostics[0].message,
            format!("the text is in {encoding}, and only UTF-8 is read")
        );
    }
}
