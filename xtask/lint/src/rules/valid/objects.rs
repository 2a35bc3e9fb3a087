//! Fields of every object, and of those that describe the API.

use crate::listing::rules;

rules! {
    component_name_invalid,
    email_invalid,
    field_missing,
    field_type_mismatch,
    field_unknown,
    field_value_invalid,
    openapi_version_invalid,
    openapi_version_unsupported,
    tag_duplicate,
    url_invalid,
}
