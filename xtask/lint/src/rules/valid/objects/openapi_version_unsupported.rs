//! A document of another version of the specification, or of another format.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "openapi-version-unsupported",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The document is not OpenAPI 3.0: it is Swagger 2.0, another version of OpenAPI, \
                  or not an OpenAPI document.",
        rationale: "The same fields have other meanings in other versions. The generator supports \
                    only 3.0, and the other rules do not run.",
        help: "convert the document to OpenAPI 3.0 and write `openapi: 3.0.3`",
    },
    stops_generation: true,
    failing: &[
        "
openapi: 3.1.0 # <-
info: {title: A, version: '1', summary: Of 3.1}
",
        "
openapi: 3.1 # <-
",
        "
openapi: draft # <-
",
        "
openapi: [3.0.3] # <-
",
        "
swagger: '2.0' # <-
info: {title: A, version: '1'}
definitions: {}
",
        "{\"name\": \"a\", \"version\": \"3.0.3\"} # <-
",
    ],
    passing: &["
openapi: 3.0.0
info: {title: A, version: '1'}
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::OtherVersion),
};
