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
        "
openapi: 3.0.3-8Kw/B # <-
",
        "
openapi: 3.0.03 # <-
",
    ],
    passing: &[
        "
openapi: 3.0.3
",
        "
openapi: 3.0.3-rc.1+build-5
",
    ],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = index.document().root().get("openapi") else { return };
    let message = match (node.as_str(), node.number_text()) {
        (Some(text), _) if semver::Version::parse(text).is_err() => {
            format!("expected a version such as `3.0.3`, found `{text}`")
        }
        (None, Some(text)) => {
            format!("expected a version such as `3.0.3`, found the number {text}")
        }
        _ => return,
    };
    diagnostics.at(node, message);
}
