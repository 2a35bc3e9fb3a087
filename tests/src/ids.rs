//! Ids address what they name and nothing else.

use modelarts_app_auth::ErrorKind;
use wiremock::ResponseTemplate;

use crate::harness::server::{PROJECT, asked, start};

/// Shows an app of this id; gives the path that the server saw, if one came.
async fn check(id: &str) -> Result<String, ErrorKind> {
    let answer = serde_json::json!({ "app": {} });
    let (server, client) = start(ResponseTemplate::new(200).set_body_json(answer)).await;
    let made = client.show_apig_app(id).send().await;
    let asked = asked(&server).await;
    match made {
        Ok(_) => {
            let [request] = asked.as_slice() else { panic!("{} requests", asked.len()) };
            let prefix = format!("/v1/{PROJECT}/app-auth/apps/");
            Ok(request.path.strip_prefix(&prefix).expect("a path of an app").to_owned())
        }
        Err(error) => {
            assert!(asked.is_empty(), "a refused id was sent");
            assert!(error.to_string().contains("app_id"), "{error}");
            Err(error.kind())
        }
    }
}

#[tokio::test]
async fn an_id_that_leads_elsewhere_is_not_sent() {
    for id in ["", ".", "..", "%2e%2E", "a/b", r"..\..\x", "a\\b", "a\n", "\u{0}", "\t"] {
        assert_eq!(check(id).await, Err(ErrorKind::InvalidArgument), "{id:?}");
    }
}

#[tokio::test]
async fn any_other_id_is_one_segment() {
    for (id, segment) in [
        (
            "logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a",
            "logic-app-7ded3898-8306-49ee-a1df-2708f9aac83a",
        ),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("50%", "50%25"),
        ("应用", "%E5%BA%94%E7%94%A8"),
        ("...", "..."),
    ] {
        assert_eq!(check(id).await.as_deref(), Ok(segment));
    }
}
