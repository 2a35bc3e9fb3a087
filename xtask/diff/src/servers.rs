//! Servers, and the addresses of operations at them.

use std::collections::HashSet;

use spec::{Node, Operation, without_names};

use super::location::Location;
use super::members::text;
use super::operations::own_servers;

/// A server of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Server<'d> {
    pub url: &'d str,
    /// The server, or what it would be in if it is only implied.
    pub location: Location<'d>,
}

impl<'d> Server<'d> {
    /// The server as it is written.
    pub fn written(self) -> Option<Node<'d>> {
        self.location.present.then_some(self.location.node)
    }

    /// The location of a member of the server.
    pub fn member(self, key: &str) -> Location<'d> {
        let member = self.written().and_then(|server| server.get(key));
        member.map_or(self.location.around(), Location::at)
    }

    /// The URL as other spellings of it have it.
    pub fn plain_url(self) -> String {
        plain(self.url)
    }

    /// The address of a path at the server.
    pub fn address(self, path: &str) -> String {
        format!("{}{}", self.plain_url().trim_end_matches('/'), without_names(path))
    }
}

/// The servers of an operation. Without any, it is at `/`.
pub fn servers<'d>(operation: Operation<'d>) -> Vec<Server<'d>> {
    let list = own_servers(operation);
    if list.is_empty() || !list.is_array() {
        return vec![Server { url: "/", location: Location::missing_in(list) }];
    }
    let written = |server| Server { url: text(server, "url"), location: Location::at(server) };
    list.items().map(written).collect()
}

/// The addresses of an operation at all its servers.
pub fn addresses(operation: Operation) -> HashSet<String> {
    servers(operation).into_iter().map(|server| server.address(operation.path)).collect()
}

/// A URL with its scheme and host in lower case, as both have none.
fn plain(url: &str) -> String {
    let path = url.find("://").and_then(|at| Some(at + 3 + url[at + 3..].find('/')?));
    let (host, path) =
        url.split_at(path.unwrap_or(if url.contains("://") { url.len() } else { 0 }));
    // Names of variables have case.
    let host = if host.contains('{') { host.to_owned() } else { host.to_lowercase() };
    match format!("{host}{path}") {
        empty if empty.is_empty() => "/".to_owned(),
        url => url,
    }
}
