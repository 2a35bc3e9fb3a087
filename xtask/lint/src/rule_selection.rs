//! Which rules look: `--only` and `--skip`.

use crate::rule::Rule;
use crate::rules::RULES;
use report::Group;

/// The names of rules and groups that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Choice {
    /// Takes the names.
    ///
    /// # Errors
    /// A name that is neither a rule nor a group.
    pub fn of(only: &[String], skip: &[String]) -> Result<Self, String> {
        for name in only.iter().chain(skip) {
            let is_group = Group::ALL.iter().any(|group| group.name() == name);
            if !is_group && !RULES.iter().any(|rule| rule.info.id == name) {
                return Err(unknown_rule(name));
            }
        }
        Ok(Self { only: only.to_vec(), skip: skip.to_vec() })
    }

    /// Whether a rule looks.
    pub fn has(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| {
            names.iter().any(|name| name == rule.info.id || name == rule.info.group.name())
        };
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }

    /// Whether a rule was asked for by its own name.
    pub fn names(&self, id: &str) -> bool {
        self.only.iter().any(|name| name == id)
    }
}

/// What to say of a name that no rule has.
pub fn unknown_rule(name: &str) -> String {
    let groups = Group::ALL.map(Group::name);
    let known = RULES.iter().map(|rule| rule.info.id).chain(groups);
    let near = super::words::nearest(name, known).map(|near| format!("; is it `{near}`?"));
    let near = near.unwrap_or_else(|| "; --list names them all".to_owned());
    format!("there is no rule or group `{name}`{near}")
}
