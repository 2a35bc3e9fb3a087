//! A server with TLS, and the authority that issued its certificate.

use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// The root certificate, in PEM form.
pub const ROOT: &str = include_str!("tls/ca.pem");

/// The host of the certificate that is not this machine.
pub const REMOTE: &str = "modelarts.example";

/// Takes the side of the server in a TLS handshake, as `localhost`, `127.0.0.1` and [`REMOTE`].
pub async fn accept(stream: TcpStream) -> std::io::Result<TlsStream<TcpStream>> {
    let certificate = CertificateDer::from_pem_slice(include_bytes!("tls/server.pem"));
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/server.key"));
    let (certificate, key) = (certificate.expect("a certificate"), key.expect("a key"));
    let config = ServerConfig::builder().with_no_client_auth();
    let config = config.with_single_cert(vec![certificate], key).expect("that belong together");
    TlsAcceptor::from(Arc::new(config)).accept(stream).await
}
