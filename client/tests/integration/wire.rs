//! The bytes of a request.

use modelarts_app_auth::{Client, Credentials};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Starts a server that reports the head of each request, which has no body.
async fn start() -> (String, UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (sender, heads) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(stream.read_u8().await.expect("a byte of the head"));
            }
            let _ = sender.send(String::from_utf8(head).expect("UTF-8"));
            let response = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"app\":{}}";
            let _ = stream.write_all(response).await;
        }
    });
    (url, heads)
}

/// Returns a client with a token, and one that signs.
fn clients(url: &str) -> [Client; 2] {
    let signing = Client::builder().endpoint(url).allow_http_loopback().project_id("p");
    let signing = signing.credentials(Credentials::access_key("ak", "sk")).build();
    [Client::for_loopback(url, "p").expect("a client"), signing.expect("a client")]
}

#[tokio::test]
async fn post_without_a_body_has_length_zero() {
    let (url, mut heads) = start().await;
    for client in clients(&url) {
        // The response lacks what the operation guarantees.
        let _ = client.create_app_auth_api("s").send().await;
        let head = heads.recv().await.expect("a request");
        assert!(head.starts_with("POST /v1/p/"), "{head}");
        assert_eq!(head.matches("content-length: 0\r\n").count(), 1, "{head}");
        assert!(!head.contains("content-type"), "{head}");
        client.show_apig_app("a").send().await.expect("a response");
        let head = heads.recv().await.expect("a request");
        assert!(!head.contains("content-length"), "{head}");
        assert!(!head.contains("api-version"), "{head}");
    }
}

#[tokio::test]
async fn url_is_encoded_as_rfc_3986_says() {
    let (url, mut heads) = start().await;
    for client in clients(&url) {
        let call = client.show_apig_app("a:b,c d").workspace_id("a b+c,d");
        call.send().await.expect("a response");
        let head = heads.recv().await.expect("a request");
        let target = "/v1/p/app-auth/apps/a%3Ab%2Cc%20d?workspace_id=a%20b%2Bc%2Cd";
        assert_eq!(head.split(' ').nth(1), Some(target), "{head}");
    }
}
