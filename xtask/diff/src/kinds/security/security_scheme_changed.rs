//! How a credential is sent.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-changed",
        summary: "A security scheme has another type, place, name, flow or address.",
        rationale: "Request: the service looks for the credential elsewhere, or wants another kind \
                    of it. With another address or flow an old client may still get a credential.",
        inverse: "security-scheme-changed",
    },
    check: Check::Object(&[ObjectKind::SecurityScheme], check),
    cases: &[
        Case::document(
            "components: {securitySchemes: {a: {type: apiKey, in: header, name: X-A}}}",
            "components: {securitySchemes: {a: {type: apiKey, in: query, name: X-A}}}",
            &["security-scheme-changed (breaking, none, none) `in` of `a` was \"header\", is \
               \"query\""],
        ),
        Case::document(
            "components: {securitySchemes: {a: {type: openIdConnect, openIdConnectUrl: 'https://a'}}}",
            "components: {securitySchemes: {a: {type: openIdConnect, openIdConnectUrl: 'https://b'}}}",
            &["security-scheme-changed (risky, none, none) `openIdConnectUrl` of `a` was \
               \"https://a\", is \"https://b\""],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let name = pair.head.anchor().key().unwrap_or_default();
    let keys = ["type", "in", "name", "scheme", "bearerFormat", "flows", "openIdConnectUrl"];
    for (index, key) in keys.into_iter().enumerate() {
        let (was, is) = (pair.base.get(key), pair.head.get(key));
        if !same_or_absent(was, is) {
            let level = if index < 4 { Level::Breaking } else { Level::Risky };
            let values = (was.map(shown), is.map(shown));
            let impact = pair.context.impact(level, Level::None);
            changes.add(format!("`{key}` of `{name}`"), values, pair.locations_of(key), impact);
        }
    }
}
