//! Clients with canaries as credentials, and the search for canaries in what is printed.

use std::fmt::Display;
use std::time::Duration;

use modelarts_app_auth::{Client, ClientBuilder, Credentials, Password};

use super::canaries::{self, Search};

/// How long a client waits under an endless fault.
pub const PATIENCE: Duration = Duration::from_millis(300);

/// A search for canaries in everything that is printed.
pub struct LeakSearch {
    pub canaries: Search,
    pub searched: usize,
    leaks: Vec<String>,
}

impl LeakSearch {
    pub fn new() -> Self {
        Self { canaries: Search::new(), searched: 0, leaks: Vec::new() }
    }

    pub fn search<T: AsRef<str>>(
        &mut self,
        place: impl Display,
        prints: impl IntoIterator<Item = T>,
    ) {
        for print in prints {
            self.searched += 1;
            if let Some(name) = self.canaries.find(print.as_ref()) {
                self.leaks.push(format!("{place} shows the {name}: {}", print.as_ref()));
            }
        }
    }

    pub fn finish(self) {
        let leaks = self.leaks.len();
        assert!(leaks == 0, "{leaks} leaks, such as\n{}", self.leaks[..leaks.min(3)].join("\n"));
    }
}

pub type WithCredentials = fn(ClientBuilder) -> ClientBuilder;

/// The kinds of credentials, each with canaries in it.
pub const CREDENTIALS: [(&str, WithCredentials); 4] = [
    ("token", |builder| builder.token(canaries::TOKEN)),
    ("access key", |builder| {
        builder.credentials(Credentials::access_key(canaries::ACCESS_KEY, canaries::SECRET_KEY))
    }),
    ("temporary access key", |builder| {
        let [id, secret, token] =
            [canaries::ACCESS_KEY, canaries::SECRET_KEY, canaries::SECURITY_TOKEN];
        builder.credentials(Credentials::temporary_access_key(id, secret, token))
    }),
    ("password", |builder| builder.region("cn-north-4").credentials(password())),
];

pub fn password() -> Password {
    Password::new("account", "user", canaries::PASSWORD)
}

pub fn client(url: &str, iam: &str) -> ClientBuilder {
    Client::builder().endpoint(url).iam_endpoint(iam).allow_http_loopback()
}
