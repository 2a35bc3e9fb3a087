//! Recipes for common tasks.
//!
//! | Task | Recipe |
//! | --- | --- |
//! | Create an app and let it call an API | [`create_app`] |
//! | Authenticate with an access key, a password or the environment | [`credentials`] |
//! | Call a deployed service | [`call_service`] |
//! | Replace an AppSecret in a cron job, or in a process that restarts | [`rotation`] |
//! | Read a whole list | [`lists`] |
//! | Limit retries and time, and handle throttling | [`limits`] |
//! | Handle responses that succeed only in part | [`partial_failures`] |
//! | Test your own code with injected faults | [`testing`] |
//! | Call from code that is not async | [`blocking`] |
//! | Trace calls | [`tracing`] |
//!
//! The tests of this crate run each recipe against the mock server of the crate
//! `modelarts-app-auth-mock`. In a recipe, `client` is a [`Client`](crate::Client), and the errors
//! are returned as `Box<dyn std::error::Error>`.

pub mod blocking;
pub mod call_service;
pub mod create_app;
pub mod credentials;
pub mod limits;
pub mod lists;
pub mod partial_failures;
pub mod rotation;
pub mod testing;
pub mod tracing;
