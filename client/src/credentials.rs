//! Who calls: where credentials come from, and how a request is authenticated with them.

mod auth_method;
pub(crate) mod authenticator;
mod cache;
mod chain;
mod clock;
pub(crate) mod credential_set;
pub(crate) mod environment;
mod file;
mod guard;
pub(crate) mod iam;
mod ini;
mod password;
mod project;
pub(crate) mod signing;
mod timestamp;
mod value;
mod variables;

pub(crate) use authenticator::Authenticator;
pub use chain::DefaultCredentials;
pub use credential_set::{Credentials, ProvideCredentials, Providing};
pub use environment::Environment;
pub use file::CredentialsFile;
pub use iam::Iam;
pub use password::Password;
pub use variables::EnvironmentCredentials;
