//! The Rust code of the pages, which is compiled here.
#![allow(dead_code, unused_variables, reason = "the code is compiled, and does not run")]

use std::error::Error;

use modelarts_app_auth::{Client, IntentFile, Lease, Replacement, SecretFile, StoreFuture};

const PAGES: [&str; 2] =
    [include_str!("../../docs/rotation.md"), include_str!("../../docs/mock.md")];

#[test]
fn code_of_the_pages_is_compiled() {
    let compiled = words(include_str!("documented.rs"));
    let mut count = 0;
    for page in PAGES {
        let blocks = page.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next());
        for block in blocks {
            count += 1;
            assert!(compiled.contains(&words(block)), "not in tests/src/documented.rs:\n{block}");
        }
    }
    assert_eq!(count, 4, "blocks of Rust in the pages");
}

/// The code without line breaks, and without the indentation that depends on them.
fn words(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn new_secret(client: Client, app_id: &str) {
    let sink = SecretFile::new("/var/lib/caller/app.json");
    let log = IntentFile::new("/var/lib/caller/rotation.json");
    let outcome = client.rotate_app_secret(app_id, &sink, &log).await;
}

#[rustfmt::skip]
async fn new_app(client: Client, app_id: &str, sink: SecretFile, log: IntentFile) -> Result<(), Box<dyn Error>> {
    match client.replace_app(app_id, "app_2027", &sink, &log).await {
        Replacement::HandedOver(new) => { /* give the new credentials to the callers */ }
        outcome => eprintln!("{outcome}"),
    }
    // When every caller uses the new app:
    client.retire_replaced_app(&log).await?;
    Ok(())
}

#[rustfmt::skip]
async fn injected_fault(app_id: &str, kept_secret: &str) -> Result<(), Box<dyn Error>> {
    use modelarts_app_auth_mock::{MockModelArts, Fault, FaultKind};

    let mock = MockModelArts::start().await?;      // on 127.0.0.1, until it is dropped
    let client = mock.client()?;                   // also client_with_access_key, second_user, client_builder
    mock.fail_next("ResetApigAppSecret", Fault::After(FaultKind::Reset));
    // … your code …
    assert!(mock.secret_accepted(app_id, kept_secret));
    Ok(())
}

/// A log in a database, as far as its lease needs it.
struct Database {
    key: String,
}

struct Connection;

struct Row;

impl Database {
    async fn connect(&self) -> std::io::Result<Connection> {
        Ok(Connection)
    }

    fn lease(&self) -> StoreFuture<'_, Option<Lease<'_>>> {
        Box::pin(async {
            let connection = self.connect().await?; // not from a pool: dropping it must close it
            let row = connection.query_one("select pg_try_advisory_lock($1)", &[&self.key]).await?;
            Ok(row.get::<_, bool>(0).then(|| Box::new(connection) as Lease<'_>))
        })
    }
}

impl Connection {
    async fn query_one(&self, _: &str, _: &[&String]) -> std::io::Result<Row> {
        Ok(Row)
    }
}

impl Row {
    fn get<I, T: Default>(&self, _: I) -> T {
        T::default()
    }
}
