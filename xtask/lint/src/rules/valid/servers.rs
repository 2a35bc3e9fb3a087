//! Servers and their variables.

use crate::listing::rules;

rules! {
    server_url_invalid,
    server_variable_default_unlisted,
    server_variable_enum_empty,
    server_variable_undefined,
    server_variable_unused,
}
