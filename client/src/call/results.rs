//! Responses that report success and failure part by part.

use super::printable::{LONGEST_REASON, printable};
use crate::error::Error;
use crate::response::Response;

/// What is shown of a part that failed: which it is, and why.
pub(crate) fn failure(identity: Option<&str>, reason: Option<&str>) -> String {
    let shown = |text: &str| printable(text, &[], LONGEST_REASON);
    let identity = identity.map_or("a part without an id".to_owned(), shown);
    match reason.map(shown).filter(|reason| !reason.is_empty()) {
        Some(reason) => format!("{identity}: {reason}"),
        None => format!("{identity}, without a reason"),
    }
}

/// Returns the response, unless any of its parts failed, or it does not tell because the list at
/// `pointer` is missing.
pub(crate) fn check<T>(
    response: Response<T>,
    pointer: &str,
    failures: Option<Vec<String>>,
) -> Result<Response<T>, Error> {
    let Some(failures) = failures else {
        return Err(Error::lacking(&response, &format!("the response lacks {pointer}")));
    };
    if failures.is_empty() {
        return Ok(response);
    }
    let reason = format!("{} failed: {}", failures.len(), failures.join("; "));
    Err(Error::incomplete(&response, reason))
}
