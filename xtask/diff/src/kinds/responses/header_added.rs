//! A header that an answer did not have.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "header-added",
        summary: "An answer, or a part of a form, has one more header.",
        rationale: "Answer: an old client ignores it. Request: a part needs it, if it is required. \
                    The headers of our answers have no types.",
        inverse: "header-removed",
    },
    check: Check::Object(&[Object::Response, Object::Encoding], check),
    cases: &[Case::operation(
        "responses: {'200': {description: A.}}",
        "responses: {'200': {description: A., headers: {X-A: {schema: {type: string}}}}}",
        &["header-added (none, compatible, none) header `X-A` is new: string"],
    )],
};

fn check<'d>(pair: &Pair<'d>, changes: &mut Changes<'d>) {
    for (name, added) in matching::headers(pair).added {
        let header = added.resolve().unwrap_or(added);
        let level = match pair.reach.is_request() && bodies::is_required(header) {
            true => Level::Breaking,
            false => Level::Compatible,
        };
        changes.add(
            format!("header `{name}`"),
            (None, Some(parameters::type_of(header))),
            (pair.base.place_of("headers").around(), Place::at(added)),
            pair.reach.verdicts(level, Level::None),
        );
    }
}
