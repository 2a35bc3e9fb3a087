//! The pages about lint name rules that exist, and all of the group `valid`.

use std::collections::BTreeSet;

use lint::{Check, RULES};
use report::Group;

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
