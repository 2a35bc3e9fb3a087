//! A path that does not start with a slash.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-slash-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `paths` does not start with `/`.",
        rationale: "Clients append the path to the URL of the server, and without the slash the \
                    result is another URL.",
        help: "start the path with `/`, or the name of an extension with `x-`",
    },
    stops_generation: true,
    failing: &["
paths:
  apps: {} # <-
"],
    passing: &["
paths:
  /apps: {}
  x-apps: {}
"],
    check: Check::Each(&[Kind::Paths], check),
};

fn check(paths: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in paths.entries() {
        if !entry.key.starts_with(['/']) && !entry.key.starts_with("x-") {
            let help = format!("write `/{0}`, or `x-{0}` for an extension", entry.key);
            diagnostics
                .with_help(help)
                .at_key(entry.value, format!("path `{}` does not start with `/`", entry.key));
        }
    }
}
