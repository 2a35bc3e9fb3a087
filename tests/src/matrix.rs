//! Every fault of the network, a gateway or the service against a read and three writes: how often
//! the request reaches the server, and the error that the caller gets.

use std::fmt;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use modelarts_app_auth::{CallOptions, Client, ErrorKind};

use crate::harness::examples::Example;
use crate::harness::scripted::{ScriptedFault, ScriptedServer};
use crate::harness::server::PROJECT;

const READ: &str = "ShowApigApp";
const WRITES: [&str; 3] = ["ResetApigAppSecret", "CreateApigApp", "DeleteApigApp"];

/// Each cell: requests that reached the server, attempts that the client speaks of, and the outcome.
const EXPECTED: &str = "
fault                   ShowApigApp         ResetApigAppSecret  CreateApigApp       DeleteApigApp
none                    1 of 1 Ok           1 of 1 Ok           1 of 1 Ok           1 of 1 Ok
connection refused      0 of 3 NotSent      0 of 3 NotSent      0 of 3 NotSent      0 of 3 NotSent
reset, request unread   3 of 3 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent
reset, request read     3 of 3 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent
reset, kept connection  3 of 3 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent
no response in time     3 of 3 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent    1 of 1 MaybeSent
truncated body          3 of 3 Undecodable  1 of 1 Undecodable  1 of 1 Undecodable  1 of 1 Undecodable
slow drip               3 of 3 Undecodable  1 of 1 Undecodable  1 of 1 Undecodable  1 of 1 Undecodable
200 JSON as text/plain  1 of 1 Ok           1 of 1 Ok           1 of 1 Ok           1 of 1 Ok
200 web page            1 of 1 Undecodable  1 of 1 Undecodable  1 of 1 Undecodable  1 of 1 Ok
200 with an error       1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
302 elsewhere           1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
401                     1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
403                     1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
404                     1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
408                     3 of 3 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
409                     1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
413                     1 of 1 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
429                     3 of 3 Service      3 of 3 Service      3 of 3 Service      3 of 3 Service
429 Retry-After         3 of 3 Service      3 of 3 Service      3 of 3 Service      3 of 3 Service
500                     3 of 3 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
500 Retry-After         3 of 3 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
502 web page            3 of 3 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
503                     3 of 3 Service      1 of 1 Service      1 of 1 Service      1 of 1 Service
503 Retry-After         3 of 3 Service      3 of 3 Service      3 of 3 Service      3 of 3 Service
";

/// So few rows that none of them waits long for its turn.
const AT_ONCE: usize = 8;

/// Long enough for a busy machine to send a request, as only endless faults wait for it.
const PATIENCE: Duration = Duration::from_millis(500);

struct Cell {
    operation: &'static str,
    fault: ScriptedFault,
    /// Requests that reached the server.
    requests: u32,
    attempts: u32,
    kind: Option<ErrorKind>,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.map_or("Ok".to_owned(), |kind| format!("{kind:?}"));
        write!(f, "{} of {} {kind}", self.requests, self.attempts)
    }
}

/// The calls of one row, one after the other.
async fn row(
    examples: &[(&'static str, Example)],
    fault: ScriptedFault,
    server: ScriptedServer,
    client: Client,
) -> Vec<Cell> {
    let mut row = Vec::new();
    for (operation, example) in examples {
        server.rewind();
        if fault == ScriptedFault::ResetKept {
            example.make(client.clone()).await.map(drop).expect("the first response is a success");
        }
        let made = example.make(client.clone()).await;
        let requests = server.requests();
        let (attempts, kind) = match made {
            Ok(_) => (requests, None),
            Err(error) => {
                assert_eq!(error.was_sent(), requests > 0, "{fault}: {error}");
                (error.attempts(), Some(error.kind()))
            }
        };
        row.push(Cell { operation, fault, requests, attempts, kind });
    }
    row
}

async fn matrix() -> Vec<Vec<Cell>> {
    let documented = Example::all();
    let find = |id| documented.iter().find(|example| example.operation == id).cloned();
    let examples = [READ].into_iter().chain(WRITES);
    let examples: Vec<_> =
        examples.map(|id| (id, find(id).expect("a documented success"))).collect();
    let called: Vec<_> = examples.iter().map(|(_, example)| example.clone()).collect();
    let response = Example::joint_response(&called);
    let mut servers = Vec::new();
    for fault in ScriptedFault::ALL {
        let server = ScriptedServer::start(fault, &response).await;
        let client = client(&server.url, fault);
        servers.push((fault, server, client));
    }
    let rows = servers.into_iter();
    let rows = rows.map(|(fault, server, client)| row(&examples, fault, server, client));
    stream::iter(rows).buffered(AT_ONCE).collect().await
}

fn client(url: &str, fault: ScriptedFault) -> Client {
    let options = CallOptions::new();
    let options = if fault.is_endless() { options.attempt_timeout(PATIENCE) } else { options };
    let builder = Client::builder().endpoint(url).allow_http_loopback().options(options);
    builder.project_id(PROJECT).token("token").build().expect("a client")
}

fn table(rows: &[Vec<Cell>]) -> String {
    let line = |first: String, cells: Vec<String>| {
        let cells = cells.iter().map(|cell| format!("{cell:<20}"));
        format!("{first:<24}{}", cells.collect::<String>()).trim_end().to_owned()
    };
    let names = rows[0].iter().map(|cell| cell.operation.to_owned());
    let head = line("fault".to_owned(), names.collect());
    let rows = rows
        .iter()
        .map(|row| line(row[0].fault.to_string(), row.iter().map(Cell::to_string).collect()));
    [head].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// Whether the request is known not to have been processed.
fn is_not_processed(fault: ScriptedFault) -> bool {
    matches!(
        fault,
        ScriptedFault::Refused | ScriptedFault::Status(429) | ScriptedFault::RetryAfter(429 | 503)
    )
}

#[tokio::test]
async fn every_fault_matches_the_table() {
    let rows = matrix().await;
    let table = table(&rows);
    println!("{table}");
    let sent_twice =
        rows.iter().flatten().filter(|cell| cell.operation != READ && cell.requests > 1);
    for cell in sent_twice {
        assert!(is_not_processed(cell.fault), "{} sent twice: {}", cell.operation, cell.fault);
    }
    for (line, expected) in table.lines().zip(EXPECTED.trim().lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(table.lines().count(), EXPECTED.trim().lines().count());
}
