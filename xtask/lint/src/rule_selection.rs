//! The rules that `--only` and `--skip` select.

use crate::explanation::explain;
use crate::rule::Rule;
use crate::rules::{self, RULES};
use report::{Group, RuleInfo};

/// Rules and groups, selected by name.
#[derive(Clone, Debug, Default)]
pub struct RuleSelection {
    only: Vec<String>,
    skip: Vec<String>,
}

impl RuleSelection {
    /// Selects the rules named in `only`, or all if it is empty, without those named in `skip`.
    ///
    /// # Errors
    /// A name is neither a rule nor a group.
    pub fn new(only: &[String], skip: &[String]) -> Result<Self, String> {
        for name in only.iter().chain(skip) {
            let is_group = Group::ALL.iter().any(|group| group.name() == name);
            if !is_group && rules::find(name).is_none() {
                return Err(unknown_rule(name));
            }
        }
        Ok(Self { only: only.to_vec(), skip: skip.to_vec() })
    }

    /// Returns whether a rule is selected.
    pub fn includes(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| {
            names.iter().any(|name| name == rule.info.id || name == rule.info.group.name())
        };
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }

    /// Returns whether a rule is selected by its own id, not by its group.
    pub fn names(&self, id: &str) -> bool {
        self.only.iter().any(|name| name == id)
    }
}

/// Returns the explanation of a rule, or of a group with its rules.
///
/// # Errors
/// There is no such rule or group; the message suggests the nearest name.
pub fn explanation(name: &str) -> Result<String, String> {
    if let Some(rule) = rules::find(name) {
        return Ok(explain(rule, "#"));
    }
    let group = Group::ALL.into_iter().find(|group| group.name() == name);
    let group = group.ok_or_else(|| unknown_rule(name))?;
    let rules = RULES.iter().map(|rule| &rule.info).filter(|rule| rule.group == group);
    let line =
        |rule: &RuleInfo| format!("{:<36} {:<8} {}\n", rule.id, rule.severity.name(), rule.summary);
    Ok(format!(
        "{name} (group)\n\nA diagnostic of the group means: {}.\n\n{}\n\
         Run `cargo xtask lint --explain RULE` for the reason and examples of a rule.\n",
        group.summary(),
        rules.map(line).collect::<String>(),
    ))
}

fn unknown_rule(name: &str) -> String {
    let groups = Group::ALL.map(Group::name);
    let known = RULES.iter().map(|rule| rule.info.id).chain(groups);
    let near = super::words::nearest(name, known).map(|near| format!("; did you mean `{near}`?"));
    let near = near.unwrap_or_else(|| "\nhelp: run `cargo xtask lint --list` to list all".into());
    format!("unknown rule or group `{name}`{near}")
}
