//! Servers and proxies that go wrong before there is a request, or after it.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::harness::tls;

/// A success without content.
pub const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
const TUNNEL: &str = "HTTP/1.1 200 Connection established\r\n\r\n";

/// What a peer does with a connection.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// Reads a little and closes the connection.
    Close,
    /// Reads, and never answers.
    Nothing,
    /// Reads a little and says this.
    Say(&'static str),
    /// Serves requests over TLS, each with success.
    Tls,
    /// Opens a tunnel, at whose end it serves requests over TLS.
    Tunnel,
}

pub struct Peer {
    pub port: u16,
    connections: Arc<AtomicU32>,
    /// The first bytes of each connection.
    pub begun: Arc<Mutex<Vec<String>>>,
}

impl Peer {
    pub async fn start(does: Does) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let peer = Self { port, connections: Arc::default(), begun: Arc::default() };
        let (connections, begun) = (peer.connections.clone(), peer.begun.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, SeqCst);
                let begun = begun.clone();
                tokio::spawn(async move { serve(stream, does, &begun).await });
            }
        });
        peer
    }

    pub fn url(&self, scheme: &str) -> String {
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    pub fn connections(&self) -> u32 {
        self.connections.load(SeqCst)
    }
}

async fn serve(mut stream: TcpStream, does: Does, begun: &Mutex<Vec<String>>) -> Option<()> {
    if let Does::Tls = does {
        return answer(tls::accept(stream).await.ok()?, OK).await;
    }
    let read = read(&mut stream).await?;
    begun.lock().expect("no panic").push(read);
    match does {
        Does::Nothing => std::future::pending().await,
        Does::Say(text) => stream.write_all(text.as_bytes()).await.ok(),
        Does::Tunnel => {
            stream.write_all(TUNNEL.as_bytes()).await.ok()?;
            answer(tls::accept(stream).await.ok()?, OK).await
        }
        Does::Close | Does::Tls => None,
    }
}

async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, text: &str) -> Option<()> {
    loop {
        read(&mut stream).await?;
        stream.write_all(text.as_bytes()).await.ok()?;
    }
}

/// Reads what comes first, which is a whole request here.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut bytes = vec![0; 64 * 1024];
    let read = stream.read(&mut bytes).await.ok().filter(|read| *read > 0)?;
    Some(String::from_utf8_lossy(&bytes[..read]).into_owned())
}

/// A port on which nothing listens, as long as the socket is there.
pub fn refusing() -> (TcpSocket, u16) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let port = socket.local_addr().expect("an address").port();
    (socket, port)
}
