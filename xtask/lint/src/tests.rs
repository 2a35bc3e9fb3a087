//! Every rule finds the marked lines of its documents, and no other rule of the group `valid`
//! finds anything in them.

use std::collections::BTreeSet;
use std::path::Path;

use spec::{ParseDiagnosticKind, Source};

use super::rule::{Check, complete};
use super::{RULES, check};
use report::{Diagnostic, Group};

fn found(text: &str) -> (Source, Vec<Diagnostic>) {
    let checked = check(Source::new("case.yaml", complete(text)), &|_| true).swap_remove(0);
    (checked.source, checked.diagnostics)
}

fn lines<'f>(source: &Source, found: impl Iterator<Item = &'f Diagnostic>) -> BTreeSet<u32> {
    found.map(|diagnostic| source.position(diagnostic.span.start).line).collect()
}

fn marked(text: &str) -> BTreeSet<u32> {
    let marked = text.lines().enumerate().filter(|(_, line)| line.ends_with("# <-"));
    marked.map(|(index, _)| index as u32 + 1).collect()
}

#[test]
fn rules_report_the_marked_lines_and_no_other_valid_rule_does() {
    let mut wrong = String::new();
    for rule in RULES.iter() {
        let id = rule.info.id;
        assert!(!rule.passing.is_empty(), "{id}: nothing passes");
        for text in rule.failing {
            assert!(!marked(text).is_empty(), "{id}: no line is marked in\n{text}");
        }
        for text in rule.failing.iter().chain(rule.passing) {
            let (source, found) = found(text);
            let (own, others): (Vec<_>, Vec<_>) =
                found.iter().partition(|diagnostic| diagnostic.rule.id == id);
            let own = lines(&source, own.into_iter());
            if own != marked(text) {
                wrong += &format!("{id} finds {own:?} in\n{text}\n");
            }
            for other in others.iter().filter(|other| other.rule.group == Group::Valid) {
                let Diagnostic { rule, message, span, .. } = other;
                let start = source.position(span.start);
                wrong += &format!("{id}: {} at {start}: {message}\n{text}\n", rule.id);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_rule_has_a_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let named = RULES.iter().map(|rule| format!("{}.rs", rule.info.id.replace('-', "_")));
    assert_eq!(named.collect::<Vec<_>>(), files_of_rules(Path::new(folder)));
}

/// The names of the files below a folder, sorted, without those that list the files of a folder.
fn files_of_rules(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().expect("a folder of rules");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let mut files: Vec<String> = paths
        .flat_map(|path| match path.is_dir() {
            true => files_of_rules(&path),
            false if path.with_extension("").is_dir() => Vec::new(),
            false => vec![path.file_name().expect("a name").to_string_lossy().into_owned()],
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_parse_diagnostic_has_a_rule() {
    for kind in ParseDiagnosticKind::ALL {
        let known = |check: &Check| matches!(check, Check::Parser(known) if *known == kind);
        let rule = RULES.iter().find(|rule| known(&rule.check));
        assert_eq!(rule.map(|rule| rule.info.id), Some(kind.id()));
    }
}

#[test]
fn unknown_names_have_the_nearest_known_name_as_a_suggestion() {
    let scheme = "components: {securitySchemes: {a: {type: http, scheme: barer}}}";
    for (text, id, suggestion) in [
        ("x-a: 1 # lint-allow path-duplicat: known", "suppression-unknown", "path-duplicate"),
        (scheme, "http-scheme-unregistered", "bearer"),
    ] {
        let (_, found) = found(text);
        let message = found.into_iter().find(|found| found.rule.id == id).expect(id).message;
        assert!(message.ends_with(&format!("; did you mean `{suggestion}`?")), "{message}");
    }
}

#[test]
fn help_names_what_to_write_here() {
    let operation = |path: &str, rest: &str| {
        format!(
            "paths: {{'{path}': {{get: {{responses: {{default: {{description: A.}}}}{rest}}}}}}}"
        )
    };
    let components = |text: &str| format!("components: {{{text}}}");
    let server = |url: &str, variables: &str| {
        format!("servers: [{{url: '{url}', variables: {{{variables}}}}}]")
    };
    for (id, text, help) in [
        ("field-missing", "info: {title: A}".into(), "add `version`"),
        (
            "status-code-invalid",
            "paths: {/a: {get: {responses: {2xx: {description: A.}}}}}".into(),
            "write `2XX`",
        ),
        (
            "parameter-style-misplaced",
            components("parameters: {a: {name: a, in: cookie, style: simple, schema: {}}}"),
            "write `style: form`",
        ),
        (
            "path-parameter-undeclared",
            operation("/a/{id}", ""),
            "add `- {name: id, in: path, required: true, schema: …}` to `parameters`",
        ),
        ("path-slash-missing", "paths: {a: {}}".into(), "write `/a`, or `x-a` for an extension"),
        (
            "component-name-invalid",
            components("schemas: {A b: {}}"),
            "rename the component, for example to `A_b`",
        ),
        (
            "server-variable-default-unlisted",
            server("https://{a}.dev", "a: {default: c, enum: [d, e]}"),
            "use one of: d, e; or add `c` to `enum`",
        ),
        ("slash-trailing", server("https://a.dev/", ""), "write `https://a.dev`"),
        (
            "schema-name-case",
            components("schemas: {app_info: {}}"),
            "rename the schema to `AppInfo`",
        ),
        ("key-order", "components: {}\npaths: {}\n".into(), "move `paths` before `components`"),
    ] {
        let (_, found) = found(&text);
        let diagnostic = found.into_iter().find(|found| found.rule.id == id);
        assert_eq!(diagnostic.expect(id).help, help);
    }
}
