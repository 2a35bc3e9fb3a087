//! The values that an operation guarantees, which its response is known to have once it is decoded.

/// `at!(body.app.app_id)` finds a value below optional fields: an `Option` of a reference.
macro_rules! at {
    ($value:ident.$field:ident$(.$next:ident)*) => {
        $value.$field.as_ref()$(.and_then(|value| value.$next.as_ref()))*
    };
}

/// `take!(body.app.app_id)` finds the same value as [`at`], and takes it out.
macro_rules! take {
    ($value:ident.$field:ident$(.$next:ident)*) => {
        $value.$field$(.and_then(|value| value.$next))*
    };
}

pub(crate) use {at, take};

/// Returns a value that was found when the response was decoded: `decode` refuses a response without
/// it, and nothing changes the body afterwards. So `empty` never runs. It is there because the types
/// of schemas cannot say that a value is there, and a reference without a panic needs some value.
pub(crate) fn guaranteed<T>(found: Option<&T>, empty: fn() -> T) -> &T {
    found.unwrap_or_else(|| Box::leak(Box::new(empty())))
}
