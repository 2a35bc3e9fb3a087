//! The error of a document that cannot be served.

use std::error::Error;
use std::fmt;

use spec::{Node, ParseDiagnostic, Source};

/// An OpenAPI document that the mock server cannot serve. It displays as the name of the document,
/// line and column, the problem and a fix.
#[derive(Clone, Debug)]
pub struct InvalidDocument(String);

impl InvalidDocument {
    pub(crate) fn unreadable(source: &Source, problems: &[ParseDiagnostic]) -> Self {
        let problems = problems.iter().map(|problem| {
            let ParseDiagnostic { span, message, help, .. } = problem;
            text(source, span.start, message, help)
        });
        Self(problems.collect::<Vec<_>>().join("\n"))
    }

    pub(crate) fn at(node: Node, message: impl fmt::Display, help: &str) -> Self {
        let start = node.key_span().unwrap_or(node.span()).start;
        Self(text(node.document().source(), start, message, help))
    }
}

fn text(source: &Source, start: u32, message: impl fmt::Display, help: &str) -> String {
    format!("{}:{}: {message}\nhelp: {help}", source.name(), source.position(start))
}

impl fmt::Display for InvalidDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for InvalidDocument {}
