//! No client can be generated.

use crate::listing::rules;

rules! {
    composition_too_large,
    discriminator_chain_long,
    number_too_large,
    operation_method_unsupported,
    pagination_offset_missing,
    parameter_cookie,
    parameter_header_framing,
    parameter_name_taken,
    parameter_object_joined,
    path_parameter_adjacent,
    path_parameter_styled,
    ref_external,
    response_event_stream,
    response_guarantee_ignored,
    response_pointer_unresolved,
    servers_overridden,
    timestamp_unsupported,
}
