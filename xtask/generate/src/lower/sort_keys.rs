//! Sorts the keys of every object.
//!
//! JSON objects have no order, so the order of keys must not change the generated code. Without
//! this pass it would decide which success is the first, and the order of types and methods.

use super::lowered::Lowered;

pub fn pass(lowered: &mut Lowered) {
    lowered.document.sort_all_objects();
    lowered.servers.sort_all_objects();
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn keys_are_sorted_and_items_are_not() {
        check(
            super::pass,
            "paths: {/b: {put: {tags: [z, {d: 1, c: 2}]}, get: {}}, /a: {}}",
            "paths: {/a: {}, /b: {get: {}, put: {tags: [z, {c: 2, d: 1}]}}}",
        );
    }
}
