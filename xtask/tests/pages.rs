//! The pages in `docs/` say what the rules and kinds of change are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lint::{Check, RULES};
use report::Group;
use xtask::commands::reference::pages;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn reference_pages_are_up_to_date() {
    let root = Path::new(ROOT);
    let is_current = |(path, text): &(String, String)| {
        fs::read_to_string(root.join(path)).is_ok_and(|page| page == *text)
    };
    let pages = pages();
    let outdated: Vec<_> =
        pages.iter().filter(|page| !is_current(page)).map(|(path, _)| path).collect();
    assert!(outdated.is_empty(), "{outdated:?} are out of date; run `cargo xtask reference`");
    // A page of a group that was renamed is written no longer.
    let written = pages.iter().filter(|(path, _)| path.starts_with("docs/lint/rules/")).count();
    let files = fs::read_dir(root.join("docs/lint/rules")).expect("a folder").count();
    assert_eq!(
        files, written,
        "a file in docs/lint/rules/ is not written by `cargo xtask reference`"
    );
}

#[test]
fn links_between_pages_exist() {
    let mut missing = String::new();
    for path in markdown_files() {
        let text = fs::read_to_string(&path).expect("a page");
        // Code is not a link.
        let prose: String = text.split("```").step_by(2).collect();
        let prose: String = prose.split('`').step_by(2).collect();
        let links = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            let page = fs::read_to_string(&target).unwrap_or_default();
            let is_there = target.exists() && (anchor.is_empty() || has_heading(&page, anchor));
            missing += &if is_there { String::new() } else { format!("{path:?}: {link}\n") };
        }
    }
    assert!(missing.is_empty(), "links without a target:\n{missing}");
}

/// The pages of the root and of `docs/`.
fn markdown_files() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(ROOT).join("docs")];
    let mut files: Vec<PathBuf> = entries(Path::new(ROOT));
    while let Some(folder) = folders.pop() {
        let (inner, others): (Vec<_>, Vec<_>) =
            entries(&folder).into_iter().partition(|path| path.is_dir());
        folders.extend(inner);
        files.extend(others);
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    assert!(files.len() > 15, "{files:?}");
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

/// Whether a page has a heading that code hosts give this anchor.
fn has_heading(page: &str, anchor: &str) -> bool {
    let anchor_of = |heading: &str| {
        let text = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        text.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect::<String>()
    };
    page.lines().any(|line| line.starts_with('#') && anchor_of(line) == anchor)
}

#[test]
fn pages_name_existing_rules_and_every_valid_rule() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/lint/");
    let read = |page: &str| std::fs::read_to_string(format!("{folder}{page}")).expect("a page");
    let pages = read("spec-coverage.md") + &read("field.md");
    let named: BTreeSet<&str> =
        pages.split('`').skip(1).step_by(2).filter(|name| name.contains('-')).collect();
    let is_rule = |name: &&str| RULES.iter().any(|rule| rule.info.id == *name);
    let is_else = |name: &&str| name.contains([' ', '/']) || *name == "x-";
    let unknown: Vec<_> = named.iter().filter(|name| !is_rule(name) && !is_else(name)).collect();
    assert!(unknown.is_empty(), "no rules: {unknown:?}");
    let own = RULES.iter().filter(|rule| rule.info.group == Group::Valid);
    let own = own.filter(|rule| !matches!(rule.check, Check::Parser(_)));
    let missing: Vec<_> = own.map(|rule| rule.info.id).filter(|id| !named.contains(id)).collect();
    assert!(missing.is_empty(), "not in the pages: {missing:?}");
}
