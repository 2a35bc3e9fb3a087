//! A contact address that is not an e-mail address.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "email-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `email` of the contact object is not an e-mail address.",
        rationale: "Users of the API cannot send a message to the address.",
        help: "write a plain address such as `name@example.com`",
    },
    stops_generation: false,
    failing: &[
        "
info:
  title: A
  version: '1'
  contact: {email: support at example.com} # <-
",
        "
info:
  title: A
  version: '1'
  contact: {email: 'Support <support@example.com>'} # <-
",
    ],
    passing: &["
info:
  title: A
  version: '1'
  contact: {email: support@example.com}
"],
    check: Check::Each(&[Kind::Contact], check),
};

fn check(contact: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = contact.get("email") else { return };
    if let Some(text) = node.as_str().filter(|text| !instance::is_email(text)) {
        diagnostics.at(node, format!("`{text}` is not a valid e-mail address"));
    }
}
