//! A server that gives the documented response to every request, as fast as it can.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;

/// The documented response of ShowApigApp.
const APP: &str = r#"{"app":{"app_id":"logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a","app_name":"app_c8ae","app_key":"9cdbfd0b65364fbe8b1c6cf29255a46f","app_secret":"c736b99bdc33403ab0652bf91c00e99e","user_id":"04f258c8fb00d42a1f65c00df88cc4dc","project_id":"04f258c84780d5a52f3bc00dc15aa5e7","app_type":"DEDICATE_APIG","app_codes":[],"created_at":1703162733450,"updated_at":1703162733450,"bounded_api_count":0}}"#;

/// Serves on a thread of its own, and returns the base URL.
pub fn start() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("a listener for async code");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(serve(listener))
    });
    format!("http://{address}")
}

async fn serve(listener: std::net::TcpListener) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        tokio::spawn(respond(stream));
    }
}

/// Responds to the requests of one connection. They have no body, so each ends with its headers.
async fn respond(mut stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let response = format!(
        "HTTP/1.1 200 OK\r\nDate: Thu, 21 Dec 2023 12:45:33 GMT\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\
         X-Request-Id: 20cf8b5f6a4bda1d1e4b9f4dbb1c4c5d\r\n\r\n{APP}",
        APP.len(),
    );
    let mut request = Vec::new();
    while stream.read_buf(&mut request).await? > 0 {
        if request.ends_with(b"\r\n\r\n") {
            request.clear();
            stream.write_all(response.as_bytes()).await?;
        }
    }
    Ok(())
}
