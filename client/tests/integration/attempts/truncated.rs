//! Responses that end too early, with the connection.

use std::sync::atomic::Ordering::SeqCst;

use modelarts_app_auth::{Client, ErrorKind, Password};

use super::server::{OK, Respond, ServerAction, check, client, start};

#[tokio::test]
async fn json_that_ends_with_the_connection_and_too_early_is_truncated() {
    const HEAD: &str = "HTTP/1.1 200 OK\r\n\r\n";
    const WHOLE: ServerAction = Respond("HTTP/1.1 200 OK\r\n\r\n{\"app\":{\"app_secret\":\"x\"}}");
    const CUT: ServerAction = Respond("HTTP/1.1 200 OK\r\n\r\n{\"app\":{\"app_sec");
    const EMPTY: ServerAction = Respond(HEAD);
    const MARKED: ServerAction = Respond("HTTP/1.1 200 OK\r\n\r\n\u{feff}{\"app\":{");
    check(&[WHOLE], (1, Ok(())), (1, Ok(()))).await;
    let undecodable = Err(ErrorKind::Undecodable);
    for action in [&[CUT, WHOLE], &[EMPTY, WHOLE], &[MARKED, WHOLE]] {
        check(action, (2, Ok(())), (1, undecodable)).await;
    }
    check(&[CUT], (3, undecodable), (1, undecodable)).await;
    // Where there is no body, none is missing.
    let server = start(&[EMPTY]).await;
    client(&server.url).delete_apig_app("a").await.expect("a success without a body");
}

#[tokio::test]
async fn token_that_ends_with_the_connection_and_too_early_is_fetched_again() {
    const CUT: ServerAction =
        Respond("HTTP/1.1 201 Created\r\nX-Subject-Token: t\r\n\r\n{\"token\":{");
    const WHOLE: ServerAction = Respond(
        "HTTP/1.1 201 Created\r\nX-Subject-Token: t\r\n\r\n\
         {\"token\":{\"expires_at\":\"2099-01-01T00:00:00.000000Z\",\"project\":{\"id\":\"p\"}}}",
    );
    let (iam, server) = (start(&[CUT, WHOLE]).await, start(&[OK]).await);
    let client = Client::builder()
        .endpoint(&server.url)
        .iam_endpoint(&iam.url)
        .region("cn-north-4")
        .allow_http_loopback()
        .credentials(Password::new("account", "user", "password"))
        .build()
        .expect("a client");
    client.show_apig_app("a").await.expect("an app");
    assert_eq!(iam.requests.load(SeqCst), 2);
}
