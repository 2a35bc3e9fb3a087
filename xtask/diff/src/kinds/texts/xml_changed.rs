//! Changes of `xml`.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "xml-changed",
        summary: "`xml` was added, removed or changed.",
        rationale: "Request and response: if the media type is XML, elements or attributes have \
                    other names. It has no effect in JSON.",
        inverse: "xml-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        let (was, is) = (pair.base.get("xml"), pair.head.get("xml"));
        if !same_or_absent(was, is) {
            let level = if pair.context.xml { Level::Risky } else { Level::None };
            let impact = pair.context.impact(level, Level::None);
            changes.add("`xml`", (was.map(shown), is.map(shown)), pair.locations_of("xml"), impact);
        }
    }),
    cases: &[
        Case::operation(
            "requestBody: {content: {application/xml: {schema: {type: object}}}}",
            "requestBody: {content: {application/xml: {schema: {type: object, xml: {name: a}}}}}",
            &["xml-changed (risky, none, none) `xml` was added: {\"name\":\"a\"}"],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, xml: {name: a}}",
            &["xml-changed (none, none, none) `xml` was added: {\"name\":\"a\"}"],
        ),
    ],
};
