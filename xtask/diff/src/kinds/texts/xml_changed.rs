//! How a value is written as XML.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "xml-changed",
        summary: "`xml` came, went, or says something else.",
        rationale: "Where the media type is XML, elements or attributes have other names now. In \
                    JSON it says nothing.",
        inverse: "xml-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], |pair, changes| {
        let (was, is) = (pair.base.get("xml"), pair.head.get("xml"));
        if !same_or_absent(was, is) {
            let impact = pair.context.values(Allowed::Unclear, Level::None);
            changes.add("`xml`", (was.map(shown), is.map(shown)), pair.locations_of("xml"), impact);
        }
    }),
    cases: &[Case::schema(
        "{type: string}",
        "{type: string, xml: {name: a}}",
        &["xml-changed (risky, risky, none) `xml` is new: {\"name\":\"a\"}"],
    )],
};
