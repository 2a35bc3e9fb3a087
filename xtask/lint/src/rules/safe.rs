//! Rules about risks for users of the client.

use crate::listing::rules;

rules! {
    character_hidden,
    key_in_query,
    markdown_script,
    oauth_url_insecure,
    operation_unsecured,
    path_parameter_empty,
    response_closed,
    response_enum_closed,
    scheme_weak,
    secret_in_example,
    secret_unmarked,
    server_credential,
    server_example,
    server_insecure,
    token_parameter,
}
