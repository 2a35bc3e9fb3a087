//! All kinds of change, in the order of their names.

use std::collections::{HashMap, HashSet};

use spec::Node;

use super::bounds::{self, Limit};
use super::changes::{Changes, shown};
use super::kind::{Case, Check, Documents, Kind};
use super::lists::{self, Listed};
use super::matching::{self, text};
use super::pair::{Choices, Object, Operations, Pair, References, Unread};
use super::reached::Reached;
use super::same::{differing, same, same_or_absent, same_set};
use super::side::{Place, Side};
use super::verdict::{Direction, Effect, Level, Reach, Verdicts};
use super::walk::properties;
use super::{bodies, extensions, face, fields, objects, parameters, paths, schemas};

mod additional_properties_changed;
mod alternative_added;
mod alternative_removed;
mod argument_order_changed;
mod callback_added;
mod callback_removed;
mod component_unused_changed;
mod composition_changed;
mod default_changed;
mod deprecation_changed;
mod description_changed;
mod discriminator_changed;
mod discriminator_value_changed;
mod encoding_changed;
mod enum_added;
mod enum_openness_changed;
mod enum_removed;
mod enum_value_added;
mod enum_value_removed;
mod example_changed;
mod extension_changed;
mod format_changed;
mod guaranteed_changed;
mod header_added;
mod header_presence_changed;
mod header_removed;
mod info_changed;
mod keyword_unclassified;
mod link_changed;
mod max_items_changed;
mod max_length_changed;
mod max_properties_changed;
mod maximum_changed;
mod media_type_added;
mod media_type_changed;
mod media_type_removed;
mod min_items_changed;
mod min_length_changed;
mod min_properties_changed;
mod minimum_changed;
mod multiple_of_changed;
mod not_changed;
mod nullable_changed;
mod openapi_version_changed;
mod operation_added;
mod operation_id_changed;
mod operation_moved;
mod operation_removed;
mod pagination_changed;
mod parameter_added;
mod parameter_became_optional;
mod parameter_became_required;
mod parameter_content_changed;
mod parameter_removed;
mod parameter_style_changed;
mod path_parameter_renamed;
mod path_parameters_swapped;
mod path_unreadable_changed;
mod pattern_changed;
mod property_access_changed;
mod property_added;
mod property_became_optional;
mod property_became_required;
mod property_removed;
mod reference_unresolved_changed;
mod request_body_added;
mod request_body_became_optional;
mod request_body_became_required;
mod request_body_removed;
mod response_added;
mod response_removed;
mod response_status_changed;
mod results_changed;
mod schema_added;
mod schema_direction_changed;
mod schema_exchanged;
mod schema_removed;
mod schema_renamed;
mod security_changed;
mod security_scheme_added;
mod security_scheme_changed;
mod security_scheme_removed;
mod server_added;
mod server_changed;
mod server_removed;
mod server_variable_changed;
mod sunset_changed;
mod tag_changed;
mod type_changed;
mod unique_items_changed;
mod unreadable_changed;
mod xml_changed;

/// Every kind of change.
pub static KINDS: &[&Kind] = &[
    &additional_properties_changed::KIND,
    &alternative_added::KIND,
    &alternative_removed::KIND,
    &argument_order_changed::KIND,
    &callback_added::KIND,
    &callback_removed::KIND,
    &component_unused_changed::KIND,
    &composition_changed::KIND,
    &default_changed::KIND,
    &deprecation_changed::KIND,
    &description_changed::KIND,
    &discriminator_changed::KIND,
    &discriminator_value_changed::KIND,
    &encoding_changed::KIND,
    &enum_added::KIND,
    &enum_openness_changed::KIND,
    &enum_removed::KIND,
    &enum_value_added::KIND,
    &enum_value_removed::KIND,
    &example_changed::KIND,
    &extension_changed::KIND,
    &format_changed::KIND,
    &guaranteed_changed::KIND,
    &header_added::KIND,
    &header_presence_changed::KIND,
    &header_removed::KIND,
    &info_changed::KIND,
    &keyword_unclassified::KIND,
    &link_changed::KIND,
    &max_items_changed::KIND,
    &max_length_changed::KIND,
    &max_properties_changed::KIND,
    &maximum_changed::KIND,
    &media_type_added::KIND,
    &media_type_changed::KIND,
    &media_type_removed::KIND,
    &min_items_changed::KIND,
    &min_length_changed::KIND,
    &min_properties_changed::KIND,
    &minimum_changed::KIND,
    &multiple_of_changed::KIND,
    &not_changed::KIND,
    &nullable_changed::KIND,
    &openapi_version_changed::KIND,
    &operation_added::KIND,
    &operation_id_changed::KIND,
    &operation_moved::KIND,
    &operation_removed::KIND,
    &pagination_changed::KIND,
    &parameter_added::KIND,
    &parameter_became_optional::KIND,
    &parameter_became_required::KIND,
    &parameter_content_changed::KIND,
    &parameter_removed::KIND,
    &parameter_style_changed::KIND,
    &path_parameter_renamed::KIND,
    &path_parameters_swapped::KIND,
    &path_unreadable_changed::KIND,
    &pattern_changed::KIND,
    &property_access_changed::KIND,
    &property_added::KIND,
    &property_became_optional::KIND,
    &property_became_required::KIND,
    &property_removed::KIND,
    &reference_unresolved_changed::KIND,
    &request_body_added::KIND,
    &request_body_became_optional::KIND,
    &request_body_became_required::KIND,
    &request_body_removed::KIND,
    &response_added::KIND,
    &response_removed::KIND,
    &response_status_changed::KIND,
    &results_changed::KIND,
    &schema_added::KIND,
    &schema_direction_changed::KIND,
    &schema_exchanged::KIND,
    &schema_removed::KIND,
    &schema_renamed::KIND,
    &security_changed::KIND,
    &security_scheme_added::KIND,
    &security_scheme_changed::KIND,
    &security_scheme_removed::KIND,
    &server_added::KIND,
    &server_changed::KIND,
    &server_removed::KIND,
    &server_variable_changed::KIND,
    &sunset_changed::KIND,
    &tag_changed::KIND,
    &type_changed::KIND,
    &unique_items_changed::KIND,
    &unreadable_changed::KIND,
    &xml_changed::KIND,
];
