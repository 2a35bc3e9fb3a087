//! The text: its encoding, and YAML or JSON.

use crate::listing::rules;

rules! {
    alias_unbounded,
    character_nul,
    document_empty,
    document_second,
    document_too_large,
    encoding_not_utf8,
    indentation_tab,
    key_merge,
    key_not_string,
    key_repeated,
    nesting_too_deep,
    number_not_finite,
    syntax_invalid,
    tag_unknown,
}
