//! Secrets are shown on request only.

use std::panic::{AssertUnwindSafe, catch_unwind};

use modelarts_app_auth::types::ApigAppDetailInfo;
use modelarts_app_auth::{Client, Secret, expose_secrets};
use serde::{Serialize, Serializer};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

const CANARY: &str = "80dc4ab9 7b34456f/bf73";

fn response() -> ApigAppDetailInfo {
    serde_json::from_value(serde_json::json!({ "app_secret": CANARY, "app_codes": [CANARY] }))
        .expect("a response")
}

#[test]
fn response_hides_its_secrets() {
    let response = response();
    for shown in [
        format!("{response:?}"),
        format!("{response:#?}"),
        serde_json::to_string(&response).expect("JSON"),
    ] {
        assert!(!shown.contains(CANARY) && shown.contains("[redacted]"), "{shown}");
    }
}

#[test]
fn exposed_response_shows_its_secrets() {
    let json = serde_json::to_value(expose_secrets(&response())).expect("JSON");
    assert_eq!(json["app_secret"], CANARY);
    assert_eq!(json["app_codes"][0], CANARY);
}

#[test]
fn exposing_ends_with_the_value_or_a_panic() {
    struct Panics;
    impl Serialize for Panics {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            panic!("on purpose")
        }
    }
    let nested = (expose_secrets(&response()), Secret::from(CANARY)).serialize_to_string();
    assert_eq!(nested.matches(CANARY).count(), 2, "only what is wrapped is exposed");
    let panicked = catch_unwind(AssertUnwindSafe(|| expose_secrets(&Panics).serialize_to_string()));
    assert!(panicked.is_err());
    assert!(!response().serialize_to_string().contains(CANARY));
}

trait ToJson: Serialize {
    fn serialize_to_string(&self) -> String {
        serde_json::to_string(self).expect("JSON")
    }
}

impl<T: Serialize> ToJson for T {}

#[test]
fn secret_is_read_from_every_form_of_string() {
    let escaped: Secret = serde_json::from_str(r#""a\u0062\n""#).expect("escaped");
    let borrowed: Secret = serde_json::from_str(r#""ab""#).expect("borrowed");
    let owned: Secret = serde_json::from_value("ab".into()).expect("owned");
    assert_eq!((escaped.expose(), borrowed.expose(), owned.expose()), ("ab\n", "ab", "ab"));
    assert!(borrowed == owned && borrowed != escaped);
}

#[test]
fn error_does_not_quote_a_wrong_type() {
    for value in ["847261", "-847261", "8.47261", "true", "[847261]", r#"{"a":847261}"#, "null"] {
        let error = serde_json::from_str::<Secret>(value).expect_err("no string").to_string();
        assert!(!error.contains("47261") && !error.contains("true"), "{error}");
    }
}

#[tokio::test]
async fn error_message_does_not_repeat_the_secret() {
    let server = MockServer::start().await;
    let code = r#"80dc4ab9 "7b34456f"#;
    let in_path = "/app-code/80dc4ab9%20%227b34456f/";
    let in_json = r#"{"code":"80dc4ab9 \"7b34456f"}"#;
    let message = format!("No {code} of loopback in {in_path} or {in_json}:\r\n\u{202e} sorry.");
    let body = serde_json::json!({ "error_code": "ModelArts.4204", "error_msg": message });
    let response = ResponseTemplate::new(404).set_body_json(body);
    Mock::given(any()).respond_with(response).mount(&server).await;
    let client = Client::for_loopback(&server.uri(), "p").expect("a client");
    let made = client.delete_apig_app_code("a", code).send().await;
    let error = made.expect_err("not found");
    assert_eq!(
        error.to_string(),
        "DeleteApigAppCode: 404 ModelArts.4204 No [redacted] of [redacted] in \
         /app-code/[redacted]/ or {\"code\":\"[redacted]\"}:    sorry. (attempt 1)"
    );
}
