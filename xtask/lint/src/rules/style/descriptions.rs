//! Texts for readers.

use crate::listing::rules;

rules! {
    description_missing,
    description_unfinished,
    external_docs_missing,
    info_license_missing,
    prose_contradiction,
    summary_missing,
    values_in_prose,
}
