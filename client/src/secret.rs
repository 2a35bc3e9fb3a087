//! A string that is never printed.

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// What is shown in place of a secret.
pub(crate) const PLACEHOLDER: &str = "[redacted]";

/// A secret string: a token, a key, an AppSecret or an AppCode.
///
/// Debug, Display and serde print a placeholder, also for structs that contain a secret. Secrets
/// are compared in constant time, and their memory is overwritten when they are dropped.
///
/// ```
/// use modelarts_app_auth::Secret;
///
/// let secret = Secret::from("cb5d1b57368b");
/// assert_eq!(format!("{secret} {secret:?}"), "[redacted] [redacted]");
/// assert_eq!(secret.expose(), "cb5d1b57368b");
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Returns the secret itself. Do not print it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Returns a value that serializes with its secrets in plaintext, for example to store a response
/// in a vault.
///
/// ```
/// use modelarts_app_auth::{Secret, expose_secrets};
///
/// let response = Secret::from("cb5d1b57368b");
/// assert_eq!(serde_json::to_string(&response)?, r#""[redacted]""#);
/// assert_eq!(serde_json::to_string(&expose_secrets(&response))?, r#""cb5d1b57368b""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn expose_secrets<T: Serialize + ?Sized>(value: &T) -> impl Serialize + '_ {
    Exposed(value)
}

/// Serializes `value` to JSON as it must travel, and lists the secrets that are in it.
pub(crate) fn to_exposed_json<T: Serialize>(
    value: &T,
) -> serde_json::Result<(Zeroizing<String>, Vec<Secret>)> {
    let guard = ExposeGuard::enter();
    let json = serde_json::to_string(value).map(Zeroizing::new)?;
    Ok((json, guard.leave()))
}

struct Exposed<'a, T: ?Sized>(&'a T);

impl<T: Serialize + ?Sized> Serialize for Exposed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _guard = ExposeGuard::enter();
        self.0.serialize(serializer)
    }
}

thread_local! {
    /// The secrets serialized in plaintext so far; `None` while secrets are not to be shown.
    static SHOWN: RefCell<Option<Vec<Secret>>> = const { RefCell::new(None) };
}

/// While it lives, secrets are serialized in plaintext on this thread. Serialization is
/// synchronous, so nothing else can run in between, and dropping it on a panic ends it too.
struct ExposeGuard(Option<Vec<Secret>>);

impl ExposeGuard {
    fn enter() -> Self {
        Self(SHOWN.replace(Some(Vec::new())))
    }

    fn leave(self) -> Vec<Secret> {
        SHOWN.with_borrow_mut(|shown| shown.as_mut().map(std::mem::take)).unwrap_or_default()
    }
}

impl Drop for ExposeGuard {
    fn drop(&mut self) {
        SHOWN.replace(self.0.take());
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = SHOWN.with_borrow_mut(|shown| {
            shown.as_mut().map(|shown| shown.push(self.clone())).is_some()
        });
        serializer.serialize_str(if shown { self.expose() } else { PLACEHOLDER })
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Asked for a string, serde_json itself reports anything else, and quotes it.
        deserializer.deserialize_any(SecretVisitor)
    }
}

struct SecretVisitor;

impl SecretVisitor {
    /// The message of serde would quote the value.
    fn refuse<E: de::Error>() -> Result<Secret, E> {
        Err(E::custom("a secret must be a string"))
    }
}

impl Visitor<'_> for SecretVisitor {
    type Value = Secret;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Secret, E> {
        Ok(value.into())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Secret, E> {
        Ok(value.into())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Secret, E> {
        Self::refuse()
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(Zeroizing::new(value))
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl From<&Secret> for Secret {
    fn from(value: &Secret) -> Self {
        value.clone()
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PLACEHOLDER)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PLACEHOLDER)
    }
}
