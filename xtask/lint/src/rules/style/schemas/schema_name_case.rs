//! A schema name that is not in upper camel case.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-name-case",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The name of a schema is not in upper camel case.",
        rationale: "The generator converts the name to a Rust type name, which readers cannot find \
                    in the document.",
        help: "write the name in the form `AppInfo`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    app_info: {type: object} # <-
"],
    passing: &["
components:
  schemas: {AppInfo: {type: object}, ApigAppInfo2: {type: object}}
"],
    check: Check::Each(&[Kind::Components], check),
};

fn check(components: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in components.get("schemas").into_iter().flat_map(Node::entries) {
        if entry.key.starts_with(char::is_lowercase) || entry.key.contains(['_', '-', '.']) {
            let help = format!("rename the schema to `{}`", mapping::pascal(entry.key));
            diagnostics
                .with_help(help)
                .at_key(entry.value, format!("`{}` is not in upper camel case", entry.key));
        }
    }
}
