//! Diagnostics as SARIF 2.1.0, which code hosts read.

use serde_json::{Value, json};
use spec::Source;

use crate::diagnostic::{Checked, Diagnostic};
use crate::documentation::Documentation;
use crate::rule::RuleInfo;

/// Returns a log with one run, its rules and their results. Only absolute URLs are valid as `helpUri`;
/// `help` also has a path in the repository.
pub fn sarif(rules: &[&RuleInfo], found: &[Checked], documentation: &Documentation) -> Value {
    let described = rules.iter().map(|rule| {
        let help = format!("To fix it, {}. See {}", rule.help, documentation.place(rule));
        let mut described = json!({
            "id": rule.id,
            "shortDescription": { "text": rule.summary },
            "fullDescription": { "text": rule.rationale },
            "help": { "text": help },
            "defaultConfiguration": { "level": rule.severity.name() },
            "properties": { "tags": [rule.group.name()] },
        });
        if let Some(url) = documentation.url(rule) {
            described["helpUri"] = json!(url);
        }
        described
    });
    let results = found.iter().flat_map(|Checked { source, diagnostics, .. }| {
        diagnostics.iter().map(|diagnostic| result(rules, source, diagnostic))
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "xtask lint",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": described.collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn result(rules: &[&RuleInfo], source: &Source, diagnostic: &Diagnostic) -> Value {
    let start = source.position(diagnostic.span.start);
    let end = source.position(diagnostic.span.end);
    let mut result = json!({
        "ruleId": diagnostic.rule.id,
        "level": diagnostic.rule.severity.name(),
        "message": { "text": format!("{}; {}", diagnostic.message, diagnostic.help) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(source.name()) },
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            },
        }],
        "partialFingerprints": {
            "place/v1": format!("{}{}", diagnostic.rule.id, diagnostic.pointer),
        },
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == diagnostic.rule.id) {
        result["ruleIndex"] = json!(index);
    }
    if !diagnostic.pointer.is_empty() {
        result["locations"][0]["logicalLocations"] =
            json!([{ "fullyQualifiedName": diagnostic.pointer }]);
    }
    result
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            byte if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
