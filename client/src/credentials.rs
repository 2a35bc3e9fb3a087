//! Sources of credentials, and how a request is authenticated with them.

pub(crate) mod auth_method;
pub(crate) mod authenticator;
mod cache;
pub(crate) mod chain;
mod clock;
pub(crate) mod credential_set;
pub(crate) mod environment;
mod file;
mod guard;
pub(crate) mod iam;
mod ini;
mod password;
mod project;
mod project_id;
pub(crate) mod provider;
pub(crate) mod signing;
pub(crate) mod timestamp;
pub(crate) mod value;
mod variables;

pub use chain::DefaultCredentials;
pub use credential_set::Credentials;
pub use environment::Environment;
pub use file::CredentialsFile;
pub use iam::Iam;
pub use password::Password;
pub use provider::{ProvideCredentials, ProvideFuture};
pub use variables::EnvironmentCredentials;
