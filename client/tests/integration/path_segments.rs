//! Whatever an id contains, it is rejected or is one segment of the path.

use modelarts_app_auth::{Client, ErrorKind};
use percent_encoding::percent_decode_str;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Starts a server that reports the path of each request.
async fn start() -> (Client, UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (sender, paths) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|read| read > 2) {
                if let Some(path) = line.split(' ').nth(1).filter(|path| path.starts_with('/')) {
                    let _ = sender.send(path.to_owned());
                }
                line.clear();
            }
            let _ =
                stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"app\":{}}").await;
        }
    });
    (Client::for_loopback(&url, "p").expect("a client"), paths)
}

#[tokio::test]
async fn every_character_at_every_position_is_one_segment_or_rejected() {
    let characters = ('\0'..='\u{ff}').chain(['\u{2028}', '\u{ff0f}', '\u{ff0e}', '应', '😀']);
    let ids = characters.flat_map(|c| {
        ["", "x", ".", "..", "%2e", "%"].iter().flat_map(move |text| {
            [format!("{c}{text}"), format!("{text}{c}"), format!("{text}{c}{text}")]
        })
    });
    let (client, mut paths) = start().await;
    let (mut sent, mut rejected) = (0, 0);
    for id in ids {
        match client.show_apig_app(id.as_str()).send().await {
            Ok(_) => {
                let path = paths.recv().await.expect("a request");
                let segment = path.strip_prefix("/v1/p/app-auth/apps/").expect("a path of an app");
                let decoded = percent_decode_str(segment).decode_utf8().expect("UTF-8");
                assert_eq!(decoded, id);
                assert!(!segment.contains(['/', '\\', '?', '#', ';']), "{id:?}");
                assert!(!matches!(&*decoded.replace("%2e", "."), "." | ".."), "{id:?}");
                sent += 1;
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{id:?}: {error}");
                rejected += 1;
            }
        }
    }
    assert!(paths.try_recv().is_err(), "a rejected id was sent");
    println!("{sent} sent, {rejected} rejected");
    assert!(sent > rejected);
}

#[tokio::test]
async fn id_of_another_resource_is_rejected() {
    let (client, mut paths) = start().await;
    for id in ["", ".", "..", "%2e%2E", "a/b", r"..\..\x", "a\\b", "a\n", "\u{0}", "\t"] {
        let error = client.show_apig_app(id).send().await.expect_err(id);
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{id:?}");
        assert!(error.to_string().contains("app_id"), "{error}");
    }
    assert!(paths.try_recv().is_err(), "a rejected id was sent");
}

#[tokio::test]
async fn id_is_percent_encoded() {
    let (client, mut paths) = start().await;
    for (id, segment) in [
        ("logic-app-7ded3898-8306", "logic-app-7ded3898-8306"),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("50%", "50%25"),
        ("应用", "%E5%BA%94%E7%94%A8"),
        ("...", "..."),
    ] {
        client.show_apig_app(id).send().await.expect("a response");
        let path = paths.recv().await.expect("a request");
        assert_eq!(path, format!("/v1/p/app-auth/apps/{segment}"));
    }
}
