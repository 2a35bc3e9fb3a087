//! A key of `responses` that is not a status code.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "status-code-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `responses` is neither a status code from 100 to 599, nor a range such \
                  as `4XX`, nor `default`.",
        rationale: "No response has this status code, so clients never use the entry.",
        help: "write a status code such as `\"404\"`, a range such as `\"4XX\"`, or `default`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses:
        2xx: {description: An a.} # <-
        '600': {description: No status.} # <-
        ok: {description: An a.} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses: {'200': {description: An a.}, 4XX: {description: No a.}, x-a: 1}
"],
    check: Check::Each(&[Kind::Responses], check),
};

fn check(responses: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in responses.entries() {
        if entry.key != "default" && !entry.key.starts_with("x-") && !is_status(entry.key) {
            let message = format!("`{}` is not a valid status code", entry.key);
            let range = entry.key.to_ascii_uppercase();
            match is_status(&range) {
                true => {
                    diagnostics.with_help(format!("write `{range}`")).at_key(entry.value, message)
                }
                false => diagnostics.at_key(entry.value, message),
            }
        }
    }
}

fn is_status(key: &str) -> bool {
    let (first, rest) = key.split_at_checked(1).unwrap_or_default();
    let code = rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit());
    matches!(first, "1" | "2" | "3" | "4" | "5") && (code || rest == "XX")
}
