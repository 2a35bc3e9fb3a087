//! All rules, in folders by group and subject. The id of a rule does not depend on its folder.

use std::sync::LazyLock;

use crate::listing::folders;
use crate::rule::Rule;
use crate::words;

folders! {
    generate,
    safe,
    style,
    tested,
    valid,
    values,
}

/// Every rule, sorted by id.
pub static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let mut rules = Vec::new();
    collect(&mut rules);
    rules.sort_by_key(|rule| rule.info.id);
    rules
});

/// The rule of an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.info.id == id)
}

/// The message about an id that no rule has, with the id that is probably meant.
pub fn unknown(id: &str) -> String {
    let near = words::nearest(id, RULES.iter().map(|rule| rule.info.id));
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("unknown rule `{id}`{near}")
}
