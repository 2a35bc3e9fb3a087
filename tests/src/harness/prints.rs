//! All that a value prints in one way or another.

use std::cell::RefCell;
use std::fmt::Debug;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use modelarts_app_auth::{Error, Response};
use serde::Serialize;

/// Debug in both of its forms, and the message of a panic.
pub fn of_debug(value: &impl Debug) -> Vec<String> {
    let panic = of_panic(|| panic!("{value:?}"));
    vec![format!("{value:?}"), format!("{value:#?}"), panic]
}

/// A response, its parts, and its JSON as it is without `expose_secrets`.
pub fn of_response<T: Debug + Serialize>(response: &Response<T>) -> Vec<String> {
    let json = serde_json::to_string(response.body()).expect("a response is JSON");
    let debug = [of_debug(response), of_debug(response.body()), of_debug(response.headers())];
    debug.into_iter().flatten().chain([json]).collect()
}

/// An error, its parts, and all that led to it.
pub fn of_error(error: &Error) -> Vec<String> {
    let parts = (error.operation(), error.code(), error.message(), error.request_id());
    let mut prints = [of_debug(error), of_debug(&parts)].concat();
    let mut next: Option<&dyn std::error::Error> = Some(error);
    while let Some(cause) = next {
        prints.extend([cause.to_string(), format!("{cause:#}")]);
        prints.extend([format!("{cause:?}"), format!("{cause:#?}")]);
        next = cause.source();
    }
    prints
}

thread_local! {
    /// What the expected panic of this thread prints; `None` while none is expected.
    static EXPECTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What `code` prints when it panics, as it must.
fn of_panic(code: impl FnOnce()) -> String {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let is_expected = EXPECTED.with_borrow_mut(|expected| {
                expected.as_mut().map(|printed| *printed += &info.to_string()).is_some()
            });
            if !is_expected {
                usual(info);
            }
        }));
    });
    EXPECTED.set(Some(String::new()));
    panic::catch_unwind(AssertUnwindSafe(code)).expect_err("a panic");
    EXPECTED.take().expect("was set")
}
