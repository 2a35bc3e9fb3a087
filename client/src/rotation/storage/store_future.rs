//! The future of storing.

use std::future::Future;
use std::pin::Pin;

/// The future that the methods of a [`SecretSink`](crate::SecretSink) or an
/// [`IntentLog`](crate::IntentLog) return.
///
/// The message of its error is shown to the caller of the rotation and must not quote a secret.
pub type StoreFuture<'a, T = ()> =
    Pin<Box<dyn Future<Output = Result<T, Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;
