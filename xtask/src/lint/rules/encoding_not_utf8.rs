//! Bytes that are not UTF-8.

use super::*;

pub static RULE: Rule = Rule {
    id: "encoding-not-utf8",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The file has bytes that are not UTF-8.",
    why: "JSON and YAML are exchanged in UTF-8; no other rule looks.",
    instead: "save the file as UTF-8",
    failing: &[],
    passing: &["
info: {title: Größe, version: '1'}
"],
    check: Check::Reader(ProblemKind::Encoding),
};
