//! Operations, their tags and servers.

use crate::listing::rules;

rules! {
    allow_empty_value_discouraged,
    operation_id_missing,
    operation_id_unconventional,
    servers_missing,
    slash_trailing,
    tag_missing,
    tag_undeclared,
}
