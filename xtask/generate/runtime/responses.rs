use crate::call::operation::Operation;
use crate::call::received_response::ReceivedResponse;

/// Returns nothing for a response without a body, and for one whose status is documented without a
/// body if the body that came cannot be read.
pub(super) fn optional<T>(
    response: &ReceivedResponse,
    is_documented_empty: bool,
    read: Result<Option<T>, String>,
) -> Result<Option<T>, String> {
    match read {
        _ if response.body.is_empty() => Ok(None),
        Err(_) if is_documented_empty => Ok(None),
        read => read,
    }
}

/// Reads a response of any media type.
pub(super) fn bytes(response: &ReceivedResponse, _: &Operation) -> Result<Vec<u8>, String> {
    Ok(response.body.to_vec())
}
