//! Slips in YAML, and files that cannot be read.

use spec::Source;

use super::check::{HEAD, check};

#[test]
fn slips_in_yaml_that_leave_a_readable_document() {
    let kind = "field-type-mismatch";
    let info = |lines: &str| format!("openapi: 3.0.3\ninfo:\n{lines}paths: {{}}\n");
    let comment = ": `#` starts a comment";
    check(
        kind,
        &info("  title: #x\n  version: '1'\n"),
        3,
        comment,
        "put the value in quotes: `'#x'`",
    );
    let reference = format!(
        "{HEAD}components:\n  schemas:\n    A:\n      $ref: #/components/schemas/B\n    B: {{}}\n"
    );
    check(
        "ref-unresolved",
        &reference,
        7,
        comment,
        "put the value in quotes: `'#/components/schemas/B'`",
    );
    check(
        kind,
        &info("  title: &x\n  version: '1'\n"),
        3,
        ": `&x` is an anchor",
        "put the value in quotes: `'&x'`",
    );
    check(
        kind,
        &info("  title: {x}\n  version: '1'\n"),
        3,
        ": `{` starts an object",
        "put the value in quotes: `'{x}'`",
    );
    check(
        kind,
        &info("  title: [x]\n  version: '1'\n"),
        3,
        ": `[` starts an array",
        "put the value in quotes: `'[x]'`",
    );
    check(
        kind,
        &info("  title:t\n"),
        3,
        ": no space follows the `:` of this key",
        "write `title: t`",
    );
    check(kind, &info("  title：t\n"), 3, ": `：` is not the colon of YAML", "write `title: t`");
    let flow = "openapi: 3.0.3\ninfo: {title:t, version: '1'}\npaths: {}\n";
    check("field-unknown", flow, 2, ": no space follows the `:` of this key", "write `title: t`");
    check(kind, &info("  title t\n"), 3, ": no `:` follows `title`", "write `title: t`");
    let reference = format!("{HEAD}components:\n  schemas:\n    A:\n      $ref '#/x-a'\n");
    check(kind, &reference, 7, ": no `:` follows `$ref`", "write `$ref: '#/x-a'`");
    let item = format!("{HEAD}tags:\n-name: a\n");
    check("field-unknown", &item, 5, ": no space follows the `-` of this item", "write `- name`");
    let version = "no space follows the `:` of this key";
    check("openapi-version-unsupported", "openapi:3.0.3\n", 1, version, "write `openapi: 3.0.3`");
    let value = "put the value in quotes: `'# x'`";
    let help = format!("write a value before the comment, or {value}");
    check(kind, &info("  title: # x\n  version: '1'\n"), 3, comment, &help);
    let schema = format!("{HEAD}components:\n  schemas:\n    A: #/components/schemas/B\n");
    check(kind, &schema, 6, comment, "write `$ref: '#/components/schemas/B'`");
    let tags = format!("{HEAD}tags:\n  -name: a\n");
    let dash = ": no space follows the `-` of this item";
    check(kind, &tags, 4, dash, "write `- name`");
    let properties =
        format!("{HEAD}components:\n  schemas:\n    A:\n      properties:\n        a:string\n");
    check(kind, &properties, 8, version, "write `a: string`");
    // A list or an object of other values is not meant as text.
    check(
        kind,
        &info("  title: {a: b}\n  version: '1'\n"),
        3,
        "expected a string for `title`, found an object",
        "write a string",
    );
    check(
        kind,
        &info("  mailto:a@b.c\n"),
        3,
        "expected an info object for `info`, found a string",
        "write an info object",
    );
    check(
        kind,
        &format!("{HEAD}components: # Of this API\n"),
        4,
        "expected a components object for `components`, found nothing",
        "write a components object after `components:`, or remove `components`",
    );
}

#[test]
fn files_that_cannot_be_read() {
    let check = |bytes: &[u8], message: &str, help: &str| {
        let source = Source::from_bytes("openapi.yaml", bytes.to_vec());
        let found = lint::check(source, &|_| true).swap_remove(0).diagnostics;
        let [found] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&*found.message, &*found.help), (message, help));
    };
    check(b"info: {title: Gr\xf3n}", "byte 0xF3 is not valid UTF-8", "save the file as UTF-8");
    check(
        b"get: {responses: {}}",
        "the field `openapi` is missing: this is not an OpenAPI document",
        "add `openapi: 3.0.3`; if another document refers to this file, name that document",
    );
    check(
        b"a: {b: 1\nc: 2",
        "a `,` or `}` is missing before this",
        "add it, or put text that contains braces or `: ` in quotes",
    );
    check(
        b"a: [b\nc: 2",
        "a `,` or `]` is missing before this",
        "close the array, or put text that contains `: ` in quotes",
    );
    check(
        b"a:\n  b: {c: 1\n }\n",
        "a value in braces or brackets continues on a line that is not indented more than its key",
        "indent the line and the closing brace or bracket more than the key",
    );
}
