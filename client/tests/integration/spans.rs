//! The spans and events of a call: OpenTelemetry's names, and no secret.

use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use modelarts_app_auth::Client;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Writes down what the crate says, one line per span, record and event.
#[derive(Clone, Default)]
struct Log {
    lines: Arc<Mutex<Vec<String>>>,
    spans: Arc<AtomicU64>,
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0 += &format!(" {}={value:?}", field.name());
    }
}

impl Log {
    fn write(&self, head: &str, record: impl FnOnce(&mut Fields)) {
        let mut fields = Fields(head.to_owned());
        record(&mut fields);
        self.lines.lock().expect("a log").push(fields.0);
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("modelarts_app_auth") && *metadata.level() <= Level::TRACE
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.write(span.metadata().name(), |fields| span.record(fields));
        Id::from_u64(self.spans.fetch_add(1, SeqCst) + 1)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.write(&format!("{}:", span.into_u64()), |fields| values.record(fields));
    }

    fn event(&self, event: &Event<'_>) {
        self.write("event:", |fields| event.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn call_and_its_attempts_are_spans() {
    let server = MockServer::start().await;
    let away =
        ResponseTemplate::new(429).set_body_json(serde_json::json!({ "error_msg": "later" }));
    Mock::given(any()).respond_with(away).up_to_n_times(1).mount(&server).await;
    Mock::given(any()).respond_with(ResponseTemplate::new(403)).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), "p").expect("a client");
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    let made = client.delete_apig_app_code("a", "53a7c6de82be").send().await;
    drop(guard);
    assert_eq!(made.expect_err("forbidden").status(), Some(403));
    let lines = log.lines.lock().expect("a log").join("\n");
    for secret in ["loopback", "53a7c6de82be", "later"] {
        assert!(!lines.contains(secret), "{secret} in\n{lines}");
    }
    let port = server.address().port();
    let template = "/v1/{project_id}/app-auth/apps/{app_id}/app-code/{app_code}";
    let attempt = format!(
        "attempt otel.name=DELETE {template} otel.kind=\"client\" http.request.method=\"DELETE\""
    );
    let server =
        format!("server.address=\"127.0.0.1\" server.port={port} url.template=\"{template}\"");
    let expected = [
        "call otel.name=\"DeleteApigAppCode\"".to_owned(),
        format!("{attempt} {server}"),
        "2: http.response.status_code=429".to_owned(),
        "2: otel.status_code=\"ERROR\"".to_owned(),
        "2: error.type=429".to_owned(),
        "event: message=sending again wait_ms=".to_owned(),
        format!("{attempt} http.request.resend_count=1 {server}"),
        "3: http.response.status_code=403".to_owned(),
        "3: otel.status_code=\"ERROR\"".to_owned(),
        "3: error.type=403".to_owned(),
        "1: otel.status_code=\"ERROR\"".to_owned(),
        "1: error.type=403".to_owned(),
    ];
    let seen: Vec<&str> = lines.lines().collect();
    assert_eq!(seen.len(), expected.len(), "{lines}");
    for (line, expected) in seen.iter().zip(&expected) {
        assert!(line.starts_with(expected.as_str()), "{line}\nis not\n{expected}");
    }
}

/// Lists apps against a server with this body; returns what was logged.
async fn logged(body: &str) -> String {
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(200).set_body_raw(body, "application/json");
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), "p").expect("a client");
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    // What comes of it is tested elsewhere.
    let _ = client.list_apig_apps().await;
    drop(guard);
    log.lines.lock().expect("a log").join("\n")
}

#[tokio::test]
async fn error_in_a_success_is_an_error_of_the_span() {
    let log = logged(r#"{"error_code":"A.1","error_msg":"CANARY"}"#).await;
    for line in
        ["2: http.response.status_code=200", "2: error.type=Service", "1: error.type=Service"]
    {
        assert!(log.lines().any(|it| it == line), "{line} is not in\n{log}");
    }
    assert!(!log.contains("CANARY"), "{log}");
}

#[tokio::test]
async fn response_of_another_form_is_logged() {
    let log = logged(r#"{"apps":[{"app_remark":"CANARY"}],"count":5000000000}"#).await;
    let warning = "event: message=the response differs from its documented form";
    assert!(log.lines().any(|line| line.starts_with(warning)), "{log}");
    assert!(!log.contains("CANARY") && !log.contains("5000000000"), "{log}");
    let log = logged(r#"{"apps":[],"count":5}"#).await;
    assert!(!log.contains(warning), "{log}");
}
