//! The body of a successful response, as the operation returns it.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

/// The body of a response to the call `C`.
///
/// It dereferences to `T`, the type of the documented schema. Each operation has an alias of its own
/// in [`operations`](crate::operations), with a method for each value that it guarantees. Debug and
/// serde write it as they write `T`.
pub struct Output<T, C: Guarantees<T>> {
    body: T,
    values: C::Values,
}

/// What a call guarantees about the body `T` of its response. The generated code implements it.
///
/// It is public because the bound of [`Output`] is, and its module is private: callers name the alias.
pub trait Guarantees<T> {
    /// The guaranteed values, in a tuple; for an optional body an `Option` of it.
    type Values: Clone;

    /// Returns a copy of each guaranteed value.
    ///
    /// # Errors
    ///
    /// The JSON pointer of a value that `body` lacks, or several of which one would be enough.
    fn values(body: &T) -> Result<Self::Values, &'static str>;
}

impl<T, C: Guarantees<T>> Output<T, C> {
    /// Takes a body and copies the guaranteed values, or returns the pointer of one that is missing.
    pub(crate) fn new(body: T) -> Result<Self, &'static str> {
        Ok(Self { values: C::values(&body)?, body })
    }

    /// Returns the body by value, as the type of its schema.
    pub fn into_inner(self) -> T {
        self.body
    }
}

/// Returns the guaranteed values. It is not a method because a guaranteed value may have its name.
#[allow(dead_code, reason = "not every document has guaranteed values")]
pub(crate) fn values<T, C: Guarantees<T>>(output: &Output<T, C>) -> &C::Values {
    &output.values
}

/// Returns the guaranteed values by value.
#[allow(dead_code, reason = "not every document has guaranteed values")]
pub(crate) fn into_values<T, C: Guarantees<T>>(output: Output<T, C>) -> C::Values {
    output.values
}

impl<T, C: Guarantees<T>> Deref for Output<T, C> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: Clone, C: Guarantees<T>> Clone for Output<T, C> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), values: self.values.clone() }
    }
}

impl<T: fmt::Debug, C: Guarantees<T>> fmt::Debug for Output<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.body.fmt(f)
    }
}

impl<T: Serialize, C: Guarantees<T>> Serialize for Output<T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.body.serialize(serializer)
    }
}
