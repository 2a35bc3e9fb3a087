//! Values of credentials, checked before they are used.

use crate::error::Error;

/// Returns a value from a variable or a file without the white space around it; none if it is
/// blank.
///
/// # Errors
///
/// A clause that says what is wrong, and does not quote the value.
pub(super) fn trimmed(text: &str) -> Result<Option<&str>, &'static str> {
    let text = text.trim();
    if text.contains(char::is_control) {
        return Err("contains a control character");
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Checks a value that the code of the caller gives, which is never changed: a key with white space
/// at its end signs wrongly, and the service counts that towards locking it.
pub(crate) fn check(name: &str, value: &str) -> Result<(), Error> {
    let why = match trimmed(value) {
        Ok(Some(trimmed)) if trimmed.len() == value.len() => return Ok(()),
        Ok(Some(_)) => "begins or ends with white space; remove it",
        Ok(None) => "is empty",
        Err(why) => why,
    };
    Err(Error::credentials(format!("the {name} {why}")))
}
