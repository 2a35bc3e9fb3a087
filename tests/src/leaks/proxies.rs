//! Calls through a proxy, which must not receive or print a secret.

use futures_util::future::join_all;
use modelarts_app_auth::{CallOptions, Client};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::harness::leak_search::{CREDENTIALS, LeakSearch, PATIENCE};
use crate::harness::peer::{Peer, PeerAction, closed_port};
use crate::harness::prints;
use crate::harness::server::PROJECT;
use crate::harness::tls;
use crate::harness::{canaries, log};

fn url(port: u16) -> String {
    let password = utf8_percent_encode(canaries::PROXY_PASSWORD, NON_ALPHANUMERIC);
    format!("http://user:{password}@127.0.0.1:{port}")
}

#[tokio::test]
async fn no_call_through_a_proxy_shows_a_secret() {
    log::record();
    let mut search = LeakSearch::new();
    let (_socket, closed) = closed_port();
    let peers = [
        PeerAction::Tunnel,
        PeerAction::Close,
        PeerAction::Hang,
        PeerAction::Send("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
        PeerAction::Send("HTTP/1.1 502 Bad Gateway\r\n\r\n"),
        PeerAction::Send("SSH-2.0-OpenSSH_9.9\r\n"),
    ];
    let peers = join_all(peers.map(async |action| (action, Peer::start(action).await))).await;
    let ports = peers.iter().map(|(action, peer)| (*action, peer.port));
    let (mut calls, mut successes) = (0, 0);
    for (action, port) in ports.chain([(PeerAction::Close, closed)]) {
        let options = match action {
            PeerAction::Hang => CallOptions::new().timeout(PATIENCE),
            _ => CallOptions::new().max_attempts(2),
        };
        for (kind, with_credentials) in CREDENTIALS {
            let builder = Client::builder().endpoint(format!("https://{}", tls::REMOTE));
            let builder = builder.iam_endpoint(format!("https://{}", tls::REMOTE));
            let builder = builder.project_id(PROJECT).proxy(url(port)).options(options);
            let builder = with_credentials(builder.root_certificates(tls::ROOT));
            search.search(kind, prints::of_debug(&builder));
            let client = builder.build().expect("a client");
            search.search(kind, prints::of_debug(&client));
            calls += 1;
            match client.delete_apig_app_code("app", canaries::ARGUMENT).await {
                Ok(response) => {
                    successes += 1;
                    search.search(kind, prints::of_debug(&response));
                }
                Err(error) => search.search(kind, prints::of_error(&error)),
            }
        }
    }
    // IAM, which is the same server, gives no token.
    assert_eq!((calls, successes), (7 * CREDENTIALS.len(), CREDENTIALS.len() - 1));
    let log = log::recorded();
    assert!(log.contains("tunneling HTTPS over proxy"), "the proxy is in the log");
    search.search("the log", log.lines());
    for (_, peer) in &peers {
        let received = peer.received.lock().expect("no panic").clone();
        assert!(received.iter().all(|text| text.starts_with("CONNECT modelarts.example:443 ")));
        // The proxy gets its own password, and nothing else.
        let heads = received.iter().flat_map(|text| text.lines());
        let others = heads.filter(|line| !line.to_ascii_lowercase().starts_with("proxy-auth"));
        search.search("the proxy", others);
    }
    search.finish();
}
