//! Schemas.

use crate::listing::rules;

rules! {
    composition_contradictory,
    composition_cycle,
    discriminator_alone,
    discriminator_inline,
    discriminator_mapping_unlisted,
    discriminator_mapping_unresolved,
    discriminator_property_optional,
    enum_duplicate,
    enum_empty,
    items_missing,
    keyword_inapplicable,
    nullable_ineffective,
    pattern_dialect,
    pattern_invalid,
    required_duplicate,
    schema_bounds_contradictory,
    schema_direction_contradictory,
    schema_unsatisfiable,
    xml_namespace_relative,
    xml_wrapped_ignored,
}
