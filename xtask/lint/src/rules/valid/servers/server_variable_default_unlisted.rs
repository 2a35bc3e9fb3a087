//! A default that is not in the `enum` of its variable.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-default-unlisted",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `default` of a server variable is not in its `enum`.",
        rationale: "Clients that do not set the variable call a URL that `enum` does not allow.",
        help: "add the value to `enum`, or write a listed value",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://{region}.example.com
    variables:
      region: {enum: [eu, us], default: cn} # <-
"],
    passing: &["
servers:
  - url: https://{region}.example.com
    variables:
      region: {enum: [eu, us], default: eu}
"],
    check: Check::Each(&[Kind::ServerVariable], check),
};

fn check(variable: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some((default, list)) = variable.get("default").zip(variable.get("enum")) else { return };
    let listed = list.items().any(|item| item.as_str() == default.as_str());
    if let Some(text) = default.as_str()
        && !list.is_empty()
        && !listed
    {
        let listed: Vec<_> = list.items().filter_map(Node::as_str).collect();
        let help = format!("use one of: {}; or add `{text}` to `enum`", listed.join(", "));
        diagnostics.with_help(help).at(default, format!("default `{text}` is not in `enum`"));
    }
}
