//! An XML namespace that is not absolute.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "xml-namespace-relative",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `namespace` of an `xml` object is not an absolute URI.",
        rationale: "A relative namespace depends on the location of the document, so clients and \
                    servers may use different ones.",
        help: "write the URI with its scheme, such as `https://example.com/schema`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string, xml: {namespace: example.com/schema}} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, xml: {namespace: 'urn:example:schema'}}
"],
    check: Check::Each(&[Kind::Xml], check),
};

fn check(xml: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = xml.get("namespace") else { return };
    if let Some(text) = node.as_str().filter(|text| fluent_uri::Uri::parse(*text).is_err()) {
        diagnostics.at(node, format!("`{text}` is not an absolute URI"));
    }
}
