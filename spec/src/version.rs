//! Whether a document is OpenAPI 3.0.

use std::borrow::Cow;

use crate::document::Document;
use crate::node::Kind;
use crate::parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};
use crate::yaml::key_slip;

const FRAGMENT: &str =
    "add `openapi: 3.0.3`; if another document refers to this file, name that document";

const HELP: &str = "convert the document to OpenAPI 3.0 and write `openapi: 3.0.3`";

impl Document<'_> {
    /// Returns why the document is not OpenAPI 3.0, so that its fields cannot be understood.
    pub fn version_diagnostic(&self) -> Option<ParseDiagnostic> {
        let root = self.root();
        let (node, message) = match (root.get("openapi"), root.get("swagger")) {
            (Some(openapi), _) => match openapi.as_str().or(openapi.number_text()) {
                // `3.0` is misspelt, and means 3.0 all the same.
                Some(version) if is_3_0(version) => return None,
                Some(version) if version.starts_with(|first: char| first.is_ascii_digit()) => {
                    (openapi, format!("this is OpenAPI {version}, not 3.0"))
                }
                Some(version) => (openapi, format!("`{version}` is not a version of OpenAPI")),
                None => (openapi, "`openapi` is not a version".to_owned()),
            },
            (None, Some(swagger)) => {
                let version = swagger.as_str().or(swagger.number_text()).unwrap_or("2.0");
                (swagger, format!("this is Swagger {version}, not OpenAPI 3.0"))
            }
            (None, None) if root.kind() == Kind::Object => {
                (root, "the field `openapi` is missing: this is not an OpenAPI document".to_owned())
            }
            (None, None) => {
                (root, "the root is not an object: this is not an OpenAPI document".to_owned())
            }
        };
        let span = node.key_span().unwrap_or(node.first_line());
        let slip = if root.get("openapi").is_none() { self.slip() } else { None };
        let is_named = root.get("openapi").is_some() || root.get("swagger").is_some();
        let help = Cow::Borrowed(if is_named { HELP } else { FRAGMENT });
        let (span, message, help) = slip.unwrap_or((span, message, help));
        Some(ParseDiagnostic::new(ParseDiagnosticKind::OtherVersion, span, message, help))
    }

    /// Returns where the field `openapi` is meant but is text, because its colon is not one.
    fn slip(&self) -> Option<(Span, String, Cow<'static, str>)> {
        let root = self.root();
        let keys = root.entries().map(|entry| (entry.key_span, entry.key));
        let mut texts = root.as_str().map(|text| (root.first_line(), text)).into_iter().chain(keys);
        let is_slip =
            |text: &str| text.strip_prefix("openapi").is_some_and(|rest| !rest.is_empty());
        let (span, text) = texts.find(|(_, text)| is_slip(text))?;
        let (message, help) = key_slip(text)?;
        Some((span, message, help.into()))
    }
}

fn is_3_0(version: &str) -> bool {
    version.strip_prefix("3.0").is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
}
