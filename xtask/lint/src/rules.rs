//! All rules, in the order of their names.

use super::by_node::{NodeMap, NodeSet, PairSet};
use super::instance::{self, Direction, Fault, Judge};
use super::outline::Outline;
use super::paths::{self, Place};
use super::pattern::{Budget, Pattern};
use super::rule::{Check, Findings, Rule};
use super::{composition, examples, expression, media, reach, secrets, words};
use report::{Group, RuleInfo, Severity};
use spec::{Entry, Kind as Json, Node, ProblemKind, RefFault, Span};
use spec::{FieldType as Type, Object, ObjectKind as Kind};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

mod alias_unbounded;
mod alias_used;
mod allow_empty_value_discouraged;
mod allow_empty_value_misplaced;
mod allow_reserved_misplaced;
mod allowance_reason_missing;
mod allowance_unknown;
mod allowance_unused;
mod answer_closed;
mod answer_enum_closed;
mod answer_pointer_unresolved;
mod baseline_reason_missing;
mod baseline_stale;
mod callback_expression_invalid;
mod character_hidden;
mod character_nul;
mod component_name_invalid;
mod component_unused;
mod composition_contradictory;
mod composition_cycle;
mod composition_single;
mod composition_too_large;
mod default_invalid;
mod description_missing;
mod description_unfinished;
mod discriminator_alone;
mod discriminator_inline;
mod discriminator_mapping_unlisted;
mod discriminator_mapping_unresolved;
mod discriminator_property_optional;
mod document_empty;
mod document_second;
mod document_too_large;
mod email_invalid;
mod encoding_field_ignored;
mod encoding_ignored;
mod encoding_not_utf8;
mod encoding_property_unknown;
mod enum_duplicate;
mod enum_empty;
mod enum_value_invalid;
mod example_direction_wrong;
mod example_doubled;
mod example_invalid;
mod example_member_undeclared;
mod example_missing;
mod example_unpaired;
mod example_value_doubled;
mod external_docs_missing;
mod field_missing;
mod field_type_mismatch;
mod field_unknown;
mod field_value_invalid;
mod header_ignored;
mod header_name_invalid;
mod http_scheme_unregistered;
mod indentation_tab;
mod info_license_missing;
mod integer_format_missing;
mod items_missing;
mod key_in_query;
mod key_merge;
mod key_not_string;
mod key_order;
mod key_repeated;
mod keyword_inapplicable;
mod link_operation_unknown;
mod link_target_doubled;
mod link_target_missing;
mod markdown_script;
mod media_type_invalid;
mod multipart_schema_missing;
mod nesting_too_deep;
mod nullable_ineffective;
mod number_not_finite;
mod oauth_url_insecure;
mod openapi_version_invalid;
mod openapi_version_unsupported;
mod operation_id_duplicate;
mod operation_id_missing;
mod operation_id_unconventional;
mod operation_method_unsupported;
mod operation_unsecured;
mod pagination_offset_missing;
mod parameter_content_not_single;
mod parameter_content_option;
mod parameter_cookie;
mod parameter_duplicate;
mod parameter_example_missing;
mod parameter_ignored;
mod parameter_name_taken;
mod parameter_schema_doubled;
mod parameter_schema_missing;
mod parameter_style_misplaced;
mod parameter_style_undefined;
mod path_duplicate;
mod path_item_ref_sibling;
mod path_parameter_empty;
mod path_parameter_optional;
mod path_parameter_styled;
mod path_parameter_undeclared;
mod path_parameter_unused;
mod path_query;
mod path_slash_missing;
mod path_template_invalid;
mod pattern_invalid;
mod property_unshown;
mod prose_contradiction;
mod ref_external;
mod ref_sibling_ignored;
mod ref_target_mismatch;
mod ref_unresolved;
mod request_body_ignored;
mod request_example_missing;
mod required_duplicate;
mod required_undeclared;
mod response_success_missing;
mod responses_empty;
mod runtime_expression_invalid;
mod runtime_expression_undeclared;
mod schema_bounds_contradictory;
mod schema_direction_contradictory;
mod schema_name_case;
mod schema_type_missing;
mod schema_unsatisfiable;
mod scheme_weak;
mod secret_in_example;
mod secret_unmarked;
mod security_scheme_unknown;
mod security_scope_misplaced;
mod security_scope_unknown;
mod server_credential;
mod server_example;
mod server_insecure;
mod server_url_invalid;
mod server_variable_default_unlisted;
mod server_variable_enum_empty;
mod server_variable_undefined;
mod server_variable_unused;
mod servers_missing;
mod slash_trailing;
mod status_code_invalid;
mod status_code_unquoted;
mod summary_missing;
mod syntax_invalid;
mod tag_duplicate;
mod tag_missing;
mod tag_undeclared;
mod tag_unknown;
mod token_parameter;
mod url_invalid;
mod value_unchecked;
mod values_in_prose;
mod xml_namespace_relative;
mod xml_wrapped_ignored;

/// Every rule that there is.
pub static RULES: &[&Rule] = &[
    &alias_unbounded::RULE,
    &alias_used::RULE,
    &allow_empty_value_discouraged::RULE,
    &allow_empty_value_misplaced::RULE,
    &allow_reserved_misplaced::RULE,
    &allowance_reason_missing::RULE,
    &allowance_unknown::RULE,
    &allowance_unused::RULE,
    &answer_closed::RULE,
    &answer_enum_closed::RULE,
    &answer_pointer_unresolved::RULE,
    &baseline_reason_missing::RULE,
    &baseline_stale::RULE,
    &callback_expression_invalid::RULE,
    &character_hidden::RULE,
    &character_nul::RULE,
    &component_name_invalid::RULE,
    &component_unused::RULE,
    &composition_contradictory::RULE,
    &composition_cycle::RULE,
    &composition_single::RULE,
    &composition_too_large::RULE,
    &default_invalid::RULE,
    &description_missing::RULE,
    &description_unfinished::RULE,
    &discriminator_alone::RULE,
    &discriminator_inline::RULE,
    &discriminator_mapping_unlisted::RULE,
    &discriminator_mapping_unresolved::RULE,
    &discriminator_property_optional::RULE,
    &document_empty::RULE,
    &document_second::RULE,
    &document_too_large::RULE,
    &email_invalid::RULE,
    &encoding_field_ignored::RULE,
    &encoding_ignored::RULE,
    &encoding_not_utf8::RULE,
    &encoding_property_unknown::RULE,
    &enum_duplicate::RULE,
    &enum_empty::RULE,
    &enum_value_invalid::RULE,
    &example_direction_wrong::RULE,
    &example_doubled::RULE,
    &example_invalid::RULE,
    &example_member_undeclared::RULE,
    &example_missing::RULE,
    &example_unpaired::RULE,
    &example_value_doubled::RULE,
    &external_docs_missing::RULE,
    &field_missing::RULE,
    &field_type_mismatch::RULE,
    &field_unknown::RULE,
    &field_value_invalid::RULE,
    &header_ignored::RULE,
    &header_name_invalid::RULE,
    &http_scheme_unregistered::RULE,
    &indentation_tab::RULE,
    &info_license_missing::RULE,
    &integer_format_missing::RULE,
    &items_missing::RULE,
    &key_in_query::RULE,
    &key_merge::RULE,
    &key_not_string::RULE,
    &key_order::RULE,
    &key_repeated::RULE,
    &keyword_inapplicable::RULE,
    &link_operation_unknown::RULE,
    &link_target_doubled::RULE,
    &link_target_missing::RULE,
    &markdown_script::RULE,
    &media_type_invalid::RULE,
    &multipart_schema_missing::RULE,
    &nesting_too_deep::RULE,
    &nullable_ineffective::RULE,
    &number_not_finite::RULE,
    &oauth_url_insecure::RULE,
    &openapi_version_invalid::RULE,
    &openapi_version_unsupported::RULE,
    &operation_id_duplicate::RULE,
    &operation_id_missing::RULE,
    &operation_id_unconventional::RULE,
    &operation_method_unsupported::RULE,
    &operation_unsecured::RULE,
    &pagination_offset_missing::RULE,
    &parameter_content_not_single::RULE,
    &parameter_content_option::RULE,
    &parameter_cookie::RULE,
    &parameter_duplicate::RULE,
    &parameter_example_missing::RULE,
    &parameter_ignored::RULE,
    &parameter_name_taken::RULE,
    &parameter_schema_doubled::RULE,
    &parameter_schema_missing::RULE,
    &parameter_style_misplaced::RULE,
    &parameter_style_undefined::RULE,
    &path_duplicate::RULE,
    &path_item_ref_sibling::RULE,
    &path_parameter_empty::RULE,
    &path_parameter_optional::RULE,
    &path_parameter_styled::RULE,
    &path_parameter_undeclared::RULE,
    &path_parameter_unused::RULE,
    &path_query::RULE,
    &path_slash_missing::RULE,
    &path_template_invalid::RULE,
    &pattern_invalid::RULE,
    &property_unshown::RULE,
    &prose_contradiction::RULE,
    &ref_external::RULE,
    &ref_sibling_ignored::RULE,
    &ref_target_mismatch::RULE,
    &ref_unresolved::RULE,
    &request_body_ignored::RULE,
    &request_example_missing::RULE,
    &required_duplicate::RULE,
    &required_undeclared::RULE,
    &response_success_missing::RULE,
    &responses_empty::RULE,
    &runtime_expression_invalid::RULE,
    &runtime_expression_undeclared::RULE,
    &schema_bounds_contradictory::RULE,
    &schema_direction_contradictory::RULE,
    &schema_name_case::RULE,
    &schema_type_missing::RULE,
    &schema_unsatisfiable::RULE,
    &scheme_weak::RULE,
    &secret_in_example::RULE,
    &secret_unmarked::RULE,
    &security_scheme_unknown::RULE,
    &security_scope_misplaced::RULE,
    &security_scope_unknown::RULE,
    &server_credential::RULE,
    &server_example::RULE,
    &server_insecure::RULE,
    &server_url_invalid::RULE,
    &server_variable_default_unlisted::RULE,
    &server_variable_enum_empty::RULE,
    &server_variable_undefined::RULE,
    &server_variable_unused::RULE,
    &servers_missing::RULE,
    &slash_trailing::RULE,
    &status_code_invalid::RULE,
    &status_code_unquoted::RULE,
    &summary_missing::RULE,
    &syntax_invalid::RULE,
    &tag_duplicate::RULE,
    &tag_missing::RULE,
    &tag_undeclared::RULE,
    &tag_unknown::RULE,
    &token_parameter::RULE,
    &url_invalid::RULE,
    &value_unchecked::RULE,
    &values_in_prose::RULE,
    &xml_namespace_relative::RULE,
    &xml_wrapped_ignored::RULE,
];
