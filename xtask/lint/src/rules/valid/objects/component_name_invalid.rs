//! A component whose name has a character that is not allowed.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "component-name-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The name of a component is empty, or contains characters other than letters, \
                  digits, `.`, `-` and `_`.",
        rationale: "The specification does not allow the name, so strict tools reject the \
                    document.",
        help: "rename the component with ASCII letters, digits, `.`, `-` and `_` only",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    App Id: {type: string} # <-
    App[Id]: {type: string} # <-
"],
    passing: &["
components:
  schemas: {App_Id-2.0: {type: string}}
  x-any thing: {a b: 1}
"],
    check: Check::Each(&[Kind::Components], check),
};

fn check(components: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let sections = components.entries().filter(|entry| !entry.key.starts_with("x-"));
    for entry in sections.flat_map(|section| section.value.entries()) {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
        if entry.key.is_empty() || !entry.key.bytes().all(allowed) {
            let message = format!("`{}` is not a valid component name", entry.key);
            let name = entry.key.replace(|c: char| !c.is_ascii() || !allowed(c as u8), "_");
            let help = format!("rename the component, for example to `{name}`");
            match entry.key.is_empty() {
                true => diagnostics.at_key(entry.value, message),
                false => diagnostics.with_help(help).at_key(entry.value, message),
            }
        }
    }
}
