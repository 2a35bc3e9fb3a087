//! All kinds of change, in folders by what they are about; the id of a kind is the name of its file.

#[macro_use]
mod macros;
mod prelude;

mod bodies;
mod bounds;
mod components;
mod compositions;
mod enums;
mod operations;
mod parameters;
mod paths;
mod properties;
mod responses;
mod security;
mod servers;
mod texts;
mod types;
mod unknown;

use std::sync::LazyLock;

use super::change_kind::ChangeKind;

/// Every kind of change, in the order of their ids.
pub static KINDS: LazyLock<Vec<&ChangeKind>> = LazyLock::new(|| {
    let mut kinds = [
        bodies::KINDS,
        bounds::KINDS,
        components::KINDS,
        compositions::KINDS,
        enums::KINDS,
        operations::KINDS,
        parameters::KINDS,
        paths::KINDS,
        properties::KINDS,
        responses::KINDS,
        security::KINDS,
        servers::KINDS,
        texts::KINDS,
        types::KINDS,
        unknown::KINDS,
    ]
    .concat();
    kinds.sort_unstable_by_key(|kind| kind.info.id);
    kinds
});
