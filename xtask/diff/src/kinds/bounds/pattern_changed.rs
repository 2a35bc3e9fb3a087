//! The pattern of a text.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "pattern-changed",
        summary: "`pattern` was added, removed or changed. A pattern that matches every string \
                  counts as none.",
        rationale: "Request: the server may reject strings that it accepted before. Response: the \
                    server may return a string that does not match the old pattern. diff does \
                    not decide which of two patterns matches more strings.",
        inverse: "pattern-changed",
    },
    check: Check::Object(&[ObjectKind::Schema], check),
    cases: &[
        // All values of the list fit.
        Case::schema(
            "{type: string, enum: [ab, ba], pattern: '^[ab]+$'}",
            "{type: string, enum: [ab, ba]}",
            &["pattern-changed (none, none, none) `pattern` was removed: \"^[ab]+$\""],
        ),
        Case::schema(
            "{type: string, enum: [ab, c], pattern: '^[ab]+$'}",
            "{type: string, enum: [ab, c]}",
            &["pattern-changed (compatible, breaking, none) `pattern` was removed: \"^[ab]+$\""],
        ),
        Case::schema(
            "{type: string}",
            "{type: string, pattern: '^a'}",
            &["pattern-changed (breaking, compatible, none) `pattern` was added: \"^a\""],
        ),
        Case::schema(
            "{type: string, pattern: '^a'}",
            "{type: string, pattern: '^b'}",
            &["pattern-changed (risky, risky, none) `pattern` was \"^a\", is \"^b\""],
        ),
        Case::schema("{type: string}", "{type: string, pattern: '.*'}", &[]),
    ],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let patterns = |object: &ResolvedObject| -> Vec<String> {
        let patterns = object.all("pattern").filter_map(Node::as_str);
        let mut patterns: Vec<_> =
            patterns.filter(|pattern| !bounds::fits_all(pattern)).map(str::to_owned).collect();
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    };
    let (was, is) = (patterns(&pair.base), patterns(&pair.head));
    let within = |some: &[String], all: &[String]| some.iter().all(|one| all.contains(one));
    let allowed = match (within(&was, &is), within(&is, &was)) {
        (true, true) => return,
        (true, false) => Allowed::Narrower,
        (false, true) => Allowed::Wider,
        (false, false) => Allowed::Unclear,
    };
    let value = |object: &ResolvedObject| object.get("pattern").map(shown);
    let values = (value(&pair.base), value(&pair.head));
    let impact = pair.context.values(allowed, Level::None);
    changes.add("`pattern`", values, pair.locations_of("pattern"), impact);
}
