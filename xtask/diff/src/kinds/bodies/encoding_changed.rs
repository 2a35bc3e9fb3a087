//! Changes of the encoding of a part of a form.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "encoding-changed",
        summary: "The `encoding` of a property was added or removed, or its `contentType` or its \
                  headers changed.",
        rationale: "Request: the server reads a part of a form in another format than an old \
                    client writes. `encoding` has no effect in JSON and other media types that \
                    are not forms.",
        inverse: "encoding-changed",
    },
    check: Check::Object(&[ObjectKind::MediaType, ObjectKind::Encoding], check),
    cases: &[
        Case::operation(
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/plain}}}}}",
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/csv}}}}}",
            &["encoding-changed (breaking, none, none) `contentType` was \"text/plain\", is \
               \"text/csv\""],
        ),
        Case::operation(
            "requestBody: {content: {application/json: {encoding: {a: {contentType: text/plain}}}}}",
            "requestBody: {content: {application/json: {encoding: {a: {contentType: text/csv}}}}}",
            &["encoding-changed (none, none, none) `contentType` was \"text/plain\", is \
               \"text/csv\""],
        ),
        Case::operation(
            "requestBody: {content: {multipart/form-data: {}}}",
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/csv}}}}}",
            &["encoding-changed (risky, none, none) encoding of `a` was added: \
               {\"contentType\":\"text/csv\"}"],
        ),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let impact = bodies::encoding_context(pair).impact(Level::Risky, Level::None);
    if pair.kind == ObjectKind::MediaType {
        let encodings = matching::named(pair, "encoding").by(|(name, _)| Some(name));
        for (name, node) in encodings.removed {
            let locations = (Location::at(node), pair.head.location_of("encoding").around());
            changes.add(
                format!("encoding of `{name}`"),
                (Some(shown(node)), None),
                locations,
                impact,
            );
        }
        for (name, node) in encodings.added {
            let locations = (pair.base.location_of("encoding").around(), Location::at(node));
            changes.add(
                format!("encoding of `{name}`"),
                (None, Some(shown(node))),
                locations,
                impact,
            );
        }
        return;
    }
    let (was, is) = (pair.base.get("contentType"), pair.head.get("contentType"));
    if !same_or_absent(was, is) {
        let impact = pair.context.impact(Level::Breaking, Level::None);
        let values = (was.map(shown), is.map(shown));
        changes.add("`contentType`", values, pair.locations_of("contentType"), impact);
    }
}
