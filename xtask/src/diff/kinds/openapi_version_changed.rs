//! The version of OpenAPI.

use super::*;

pub static KIND: Kind = Kind {
    id: "openapi-version-changed",
    what: "`openapi` is another version.",
    why: "The last number changes nothing. Another version has other keywords, and the same ones mean \
          other things, which is not compared here.",
    mirror: "openapi-version-changed",
    check: Check::Object(&[Object::Root], check),
    cases: &[
        Case::document(
            "openapi: 3.0.0",
            "openapi: 3.0.3",
            &["openapi-version-changed (none, none, none) `openapi` was \"3.0.0\", is \"3.0.3\""],
        ),
        Case::document(
            "openapi: 3.0.3",
            "openapi: 3.1.0",
            &[
                "openapi-version-changed (breaking, breaking, breaking) `openapi` was \"3.0.3\", is \
               \"3.1.0\"",
            ],
        ),
    ],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.get("openapi"), pair.head.get("openapi"));
    if !same_or_absent(was, is) {
        let minor = |node: Option<Node>| {
            let version = node.and_then(Node::as_str).unwrap_or_default();
            version.rsplit_once('.').map(|(minor, _)| minor.to_owned())
        };
        let same = minor(was) == minor(is);
        let verdicts = if same { Verdicts::NONE } else { Verdicts::UNKNOWN };
        let values = (was.map(shown), is.map(shown));
        changes.add("`openapi`", values, pair.places_of("openapi"), verdicts);
    }
}
