//! An example that contains a secret.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "secret-in-example",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A string has the format of a credential: a private key, or a key or token of a \
                  known service.",
        rationale: "Readers of the published document can use the credential until it is revoked.",
        help: "write a value that is clearly not real, and revoke the credential if it was real",
    },
    stops_generation: false,
    failing: &[r#"
components:
  examples:
    A: {value: {key: AKIAQX7MZT4WJ2RDKP5V}} # <-
    B: {value: "-----BEGIN PRIVATE KEY-----\\nq9Zr3LtVx0bNfWc7YhKe5uJmGd2sApTi8oRwQyBzXvUk4nMh"} # <-
    C:
      description: "Your key, for example -----BEGIN PRIVATE KEY----- q9Zr3LtVx0bNfWc7YhKe5uJmGd2sApTi8oRwQyBzXvUk4nMh" # <-
"#],
    passing: &["
components:
  examples:
    A: {value: {key: AKIAIOSFODNN7EXAMPLE}}
    B: {value: cb5d1b57368b4f129b635332a03bf0e3}
    D: {value: '-----BEGIN RSA PRIVATE KEY-----MIIEpQIBAAKCAQEAuyf/lNrH9ck8DmNyo3fGgvCI1l9s+cmBY3WIz+cU.'}
  schemas:
    C: {type: string, pattern: '^-----BEGIN .*PRIVATE KEY-----$.*-----END .*PRIVATE KEY-----$'}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for node in index.documents().iter().flat_map(|document| document.root().descendants()) {
        if let Some(what) = node.as_str().and_then(secrets::looks_like) {
            diagnostics.at(node, format!("the value has the format of {what}"));
        }
    }
}
