//! An `openapi` field that is not a version.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "openapi-version-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The field `openapi` is not a semantic version such as `3.0.3`.",
        rationale: "Tools select their parser by this field, and strict ones reject an incomplete \
                    version.",
        help: "write `openapi: 3.0.3`",
    },
    stops_generation: true,
    failing: &[
        "
openapi: '3.0' # <-
",
        "
openapi: 3.0 # <-
",
    ],
    passing: &[
        "
openapi: 3.0.3
",
        "
openapi: 3.0.3-8Kw/B
",
    ],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = index.document().root().get("openapi") else { return };
    let message = match (node.as_str(), node.number_text()) {
        (Some(text), _) if !is_semantic(text) => {
            format!("expected a version such as `3.0.3`, found `{text}`")
        }
        (None, Some(text)) => {
            format!("expected a version such as `3.0.3`, found the number {text}")
        }
        _ => return,
    };
    diagnostics.at(node, message);
}

/// Whether a text starts with three numbers. The JSON Schema of OpenAPI 3.0 allows any text after a
/// `-`, more than SemVer, and other tools accept it.
fn is_semantic(text: &str) -> bool {
    let core = text.split(['-', '+']).next().unwrap_or_default();
    let numbers: Vec<&str> = core.split('.').collect();
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    numbers.len() == 3 && numbers.iter().all(is_number)
}
