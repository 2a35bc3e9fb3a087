//! The table of edits, as it is printed and as docs/edits.md has it.

use super::clients::Verdict;
use super::row::{Row, said};

/// The head of the printed table.
pub const HEAD: &str = "\
| edit | lint | changes | requests | responses | source | compiler | tests | as expected |
| - | - | - | - | - | - | - | - | - |
";

/// Returns the line of the printed table.
pub fn line(row: &Row) -> String {
    let verdict = row.verdict.as_ref().map_or("–".to_owned(), said);
    let tests = match row.tested.as_ref().map(|tested| (&tested.outcome, tested.together)) {
        Some((Ok(suite), 1)) => format!("{} of {}", suite.passed, suite.run()),
        Some((Ok(suite), together)) => {
            format!("{} of {}, with {} other edits", suite.passed, suite.run(), together - 1)
        }
        Some((Err(_), _)) => "none".to_owned(),
        None => "–".to_owned(),
    };
    let fine = if row.problems.is_empty() { "yes" } else { "**no**" };
    format!("{} {verdict} | {tests} | {fine} |\n", start(row))
}

/// Returns the cells that need no compiler.
fn start(row: &Row) -> String {
    let code = |name: &String| format!("`{name}`");
    let list = |names: &std::collections::BTreeSet<String>| match names.is_empty() {
        true => "–".to_owned(),
        false => names.iter().map(code).collect::<Vec<_>>().join(", "),
    };
    let impact = row.impact;
    format!(
        "| {} (`{}`) | {} | {} | {} | {} | {} |",
        row.edit.content.summary.replace('|', "\\|"),
        row.edit.name,
        list(&row.lint),
        list(&row.changes),
        impact.requests.name(),
        impact.responses.name(),
        impact.source.name()
    )
}

/// Returns the page with all edits.
pub fn page(rows: &[Row]) -> String {
    let mut text = PAGE.to_owned();
    for row in rows {
        let verdict = row.verdict.as_ref().map_or("not generated".to_owned(), said);
        let added = row.edit.content.expect.tests;
        let tests = added.map_or("–".to_owned(), |added| added.to_string());
        text += &format!("{} {verdict} | {tests} |\n", start(row));
    }
    let harmless: Vec<_> = rows.iter().filter(|row| row.edit.content.harmless_to_oasdiff).collect();
    let compiles = harmless.iter().filter(|row| row.verdict == Some(Verdict::Compiles)).count();
    text + &format!(
        "\nOf the {} edits that oasdiff calls harmless (as information, or not at all), {compiles} leave the\n\
         program compiling. With the client that progenitor writes alone it was 13 in a trial.\n",
        harmless.len()
    )
}

const PAGE: &str = "\
# Edits of the document

Each row is an edit of an OpenAPI document that a maintainer may make, and its effect on every tool: the
rules of lint that find more than before, what `cargo xtask diff` reports with the impact on requests,
responses and Rust source, what the compiler says, and how many generated tests are added. The edits are
files in [xtask/edits](../xtask/edits). Those in `frozen/` change a document of their own, a part of
`openapi.yaml` as it was once; the others change `openapi.yaml`.

```sh
cargo xtask corpus edits          # runs all edits to the end, checks them and writes this page
cargo xtask corpus edits NAME     # runs the edits with NAME in their name
```

For the compiler, the client of the old document is used by a program that reads every field, names every
variant, calls every function and needs every trait of it; that program is compiled against the client of
the new document. It must not compile exactly if diff says that the source is breaking.

| edit | lint | changes | requests | responses | source | compiler | tests |
| - | - | - | - | - | - | - | - |
";
