//! Operations, request bodies and responses.

use crate::listing::rules;

rules! {
    header_ignored,
    header_name_invalid,
    operation_id_duplicate,
    request_body_ignored,
    response_success_missing,
    responses_empty,
    status_code_invalid,
    status_code_unquoted,
}
