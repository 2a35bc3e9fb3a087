//! How a part of a form is written.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "encoding-changed",
        summary: "A property has an `encoding` or has none, or its `contentType` or its headers \
                  changed.",
        rationale: "Request: the service reads a part of a form in another way than an old client \
                    writes it.",
        inverse: "encoding-changed",
    },
    check: Check::Object(&[Object::MediaType, Object::Encoding], check),
    cases: &[
        Case::operation(
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/plain}}}}}",
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/csv}}}}}",
            &["encoding-changed (breaking, none, none) `contentType` was \"text/plain\", is \
               \"text/csv\""],
        ),
        Case::operation(
            "requestBody: {content: {multipart/form-data: {}}}",
            "requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/csv}}}}}",
            &["encoding-changed (risky, none, none) encoding of `a` is new: \
               {\"contentType\":\"text/csv\"}"],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let verdicts = pair.reach.verdicts(Level::Risky, Level::None);
    if pair.object == Object::MediaType {
        let encodings = matching::named(pair, "encoding").by(|(name, _)| Some(name));
        for (name, node) in encodings.removed {
            let places = (Place::at(node), pair.head.place_of("encoding").around());
            changes.add(
                format!("encoding of `{name}`"),
                (Some(shown(node)), None),
                places,
                verdicts,
            );
        }
        for (name, node) in encodings.added {
            let places = (pair.base.place_of("encoding").around(), Place::at(node));
            changes.add(
                format!("encoding of `{name}`"),
                (None, Some(shown(node))),
                places,
                verdicts,
            );
        }
        return;
    }
    let (was, is) = (pair.base.get("contentType"), pair.head.get("contentType"));
    if !same_or_absent(was, is) {
        let verdicts = pair.reach.verdicts(Level::Breaking, Level::None);
        let values = (was.map(shown), is.map(shown));
        changes.add("`contentType`", values, pair.places_of("contentType"), verdicts);
    }
}
