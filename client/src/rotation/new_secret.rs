//! The new secret in the response to a reset, whatever form the response has.

use serde_json::Deserializer;

use super::app::is_readable;
use crate::error::Error;
use crate::generated::operations::ResetApigAppSecretOutput;
use crate::response::Response;
use crate::secret::Secret;

const KEY: &[u8] = b"\"app_secret\"";

/// Finds the one new secret that a response has; none if it has none, or several.
pub(super) fn find(
    response: &Result<Response<ResetApigAppSecretOutput>, Error>,
    is_old: impl Fn(&Secret) -> bool,
) -> Option<Secret> {
    let mut found = match response {
        Ok(response) => vec![response.app_secret().clone()],
        Err(error) if is_success(error) => secrets(error.expose_body()?),
        Err(_) => Vec::new(),
    };
    found.retain(|secret| is_readable(secret) && !is_old(secret));
    found.dedup();
    found.pop().filter(|_| found.is_empty())
}

fn is_success(error: &Error) -> bool {
    error.status().is_some_and(|status| (200..300).contains(&status))
}

/// The strings under the key `app_secret`, however deep, in JSON that may break off anywhere.
fn secrets(body: &[u8]) -> Vec<Secret> {
    let keys = body.windows(KEY.len()).enumerate().filter(|(_, part)| *part == KEY);
    let values = keys.filter_map(|(at, _)| {
        let rest = body[at + KEY.len()..].trim_ascii_start().strip_prefix(b":")?;
        Deserializer::from_slice(rest).into_iter::<Secret>().next()?.ok()
    });
    values.collect()
}
