//! All kinds of change, in folders by subject. The id of a kind is the name of its file.

#[macro_use]
mod listing;
mod prelude;

use std::sync::LazyLock;

use super::change_kind::ChangeKind;

folders![
    bodies,
    bounds,
    components,
    compositions,
    enums,
    operations,
    parameters,
    paths,
    properties,
    responses,
    security,
    servers,
    texts,
    types,
    unknown,
];

/// Every kind of change, sorted by id.
pub static KINDS: LazyLock<Vec<&ChangeKind>> = LazyLock::new(|| {
    let mut kinds = FOLDERS.concat();
    kinds.sort_unstable_by_key(|kind| kind.info.id);
    kinds
});
