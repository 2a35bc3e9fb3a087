//! What CONTRIBUTING.md says of a new operation, followed to the letter.

use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = include_str!("../../../CONTRIBUTING.md");
const DOCUMENT: &str = include_str!("../../../openapi.yaml");

/// The YAML of the page: an operation and its schema.
fn blocks() -> Vec<String> {
    let blocks = PAGE.split("   ```yaml\n").skip(1).filter_map(|rest| rest.split("   ```").next());
    let lines = |block: &str| {
        block.lines().map(|line| line.get(3..).unwrap_or("").to_owned() + "\n").collect()
    };
    blocks.map(lines).collect()
}

/// Runs a command in the workspace and returns what it prints.
fn xtask(arguments: &[&str]) -> String {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_generator"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = xtask.args(arguments).current_dir(root).output().expect("the command runs");
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    assert!(output.status.success(), "{printed}");
    printed
}

/// How many errors and warnings a document has.
fn findings(path: &str) -> usize {
    xtask(&["lint", "--format", "json", path]).matches("\"rule\":").count()
}

#[test]
fn example_of_an_operation_is_accepted_without_a_warning() {
    let blocks = blocks();
    let [operation, schema] = blocks.as_slice() else { panic!("expected 2 blocks: {blocks:#?}") };
    // Names that the document surely has not.
    let renamed =
        |block: &str| block.replace("Quota", "PageQuota").replace("/quota", "/page-quota");
    let insert = |document: &str, place: &str, block: &str| {
        assert!(document.contains(place), "openapi.yaml has no {place:?}");
        document.replacen(place, &format!("{place}{block}"), 1)
    };
    let text = insert(DOCUMENT, "\npaths:\n", &renamed(operation));
    let text = insert(&text, "\n  schemas:\n", &renamed(schema));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("openapi.yaml");
    fs::write(&path, text).expect("a document");
    let [path, out] = [path, folder.path().join("out")].map(|path| path.display().to_string());
    // The document may have warnings of its own; the recipe adds none.
    assert_eq!(findings(&path), findings("openapi.yaml"), "{}", xtask(&["lint", &path]));
    xtask(&["generate", "--spec", &path, "--out", &out]);
    let tests = Path::new(&out).join("tests/src/generated.rs");
    let tests = fs::read_to_string(tests).expect("tests");
    assert!(tests.contains("show_page_quota_200_documented"), "no test of the operation");
}

#[test]
fn components_to_reuse_are_in_the_document() {
    let source = spec::Source::new("openapi.yaml", DOCUMENT);
    let document = spec::Document::parse(&source).expect("a document");
    let rows = PAGE.split("| part | names |").nth(1).and_then(|rest| rest.split("\n\n").next());
    let rows: Vec<_> = rows.expect("a table").lines().skip(2).collect();
    assert_eq!(rows.len(), 5, "{rows:#?}");
    for row in rows {
        let kind =
            ["parameters", "responses", "schemas"].into_iter().find(|kind| row.contains(kind));
        let kind = kind.expect(row);
        let names =
            row.split('`').skip(1).step_by(2).filter(|name| name.is_ascii() && !name.contains('-'));
        for name in names {
            let pointer = format!("/components/{kind}/{name}");
            assert!(
                document.at(&pointer).is_some(),
                "CONTRIBUTING.md: openapi.yaml has no {pointer}"
            );
        }
    }
}
