//! Media types, encodings and examples.

use crate::listing::rules;

rules! {
    encoding_field_ignored,
    encoding_ignored,
    encoding_property_unknown,
    example_doubled,
    example_value_doubled,
    media_type_invalid,
    multipart_schema_missing,
}
