//! The body of a successful response, as the operation returns it.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::{Serialize, Serializer};

/// The body of a response to the call `C`.
///
/// It dereferences to `T`, the type of the documented schema. Each operation has an alias of its own
/// in [`operations`](crate::operations), with a method for each value that it guarantees. Debug and
/// serde write it as they write `T`.
pub struct Output<T, C> {
    body: T,
    call: PhantomData<fn() -> C>,
}

impl<T, C> Output<T, C> {
    /// Takes a body that has what the operation guarantees.
    pub(crate) fn new(body: T) -> Self {
        Self { body, call: PhantomData }
    }

    /// Returns the body by value, as the type of its schema.
    pub fn into_inner(self) -> T {
        self.body
    }
}

impl<T, C> Deref for Output<T, C> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: Clone, C> Clone for Output<T, C> {
    fn clone(&self) -> Self {
        Self::new(self.body.clone())
    }
}

impl<T: fmt::Debug, C> fmt::Debug for Output<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.body.fmt(f)
    }
}

impl<T: Serialize, C> Serialize for Output<T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.body.serialize(serializer)
    }
}
