//! Operations that the document has and the mock server does not implement.

use serde_json::{Value, json};

use super::*;

/// A document with one operation, whose documented response is `{app_count: …}`.
const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: Larger, version: 0.1.0}
paths:
  /v1/{project_id}/app-auth/count:
    get:
      operationId: CountApps
      parameters:
        - {name: project_id, in: path, required: true, schema: {type: string}}
        - {name: verbose, in: query, schema: {type: boolean}}
        - {name: sizes, in: query, schema: {type: array, items: {type: integer}}}
      responses:
        '200':
          description: How many apps there are.
          content:
            application/json:
              schema: {type: object, properties: {app_count: {type: integer, format: int32}}}
              examples: {documented: {value: {app_count: 5}}}
components:
  schemas:
    ErrorResponse: {type: object, required: [error_code]}
    GatewayErrorResponse: {type: object, required: [error_code]}
";

/// A mock server of this document, and the URL of its operation.
async fn serve(document: &str) -> (MockModelArts, String) {
    // A test is too short for this leak to matter.
    let contract: &'static Contract = Box::leak(Box::new(Contract::read(document).unwrap()));
    let (settings, state) = (Settings::default(), State::default());
    let mock = MockModelArts::serve(contract, settings, state, Rng::new(), 0).await.unwrap();
    let url = format!("{}/v1/{}/app-auth/count", mock.url(), State::PROJECT);
    (mock, url)
}

/// Calls the operation with this query; compares the status code and a member of the body.
async fn check(document: &str, query: &str, status: u16, (name, value): (&str, Value)) {
    let (_mock, url) = serve(document).await;
    let url = url + query;
    let response =
        reqwest::Client::new().get(url).header("x-auth-token", State::TOKEN).send().await;
    let response = response.unwrap();
    assert_eq!(response.status(), status);
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body[name], value, "{body}");
}

#[tokio::test]
async fn unknown_operation_returns_its_documented_example() {
    check(DOCUMENT, "", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?verbose=true", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?verbose=very", 400, ("error_code", json!("ModelArts.0107"))).await;
    check(DOCUMENT, "?sizes=1&sizes=2", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?sizes=1&sizes=a", 400, ("error_code", json!("ModelArts.0107"))).await;
    check(&DOCUMENT.replace("'200'", "2XX"), "", 200, ("app_count", json!(5))).await;
}

#[tokio::test]
async fn parameters_of_other_styles_are_not_checked() {
    let list = "{name: sizes, in: query, schema: {type: array, items: {type: integer}}}";
    for other in [
        "{name: sizes, in: query, explode: false, schema: {type: array, items: {type: integer}}}",
        "{name: a, in: query, required: true, schema: {type: object}}",
        "{name: a, in: query, required: true, schema: {type: array, items: {type: object}}}",
    ] {
        let document = DOCUMENT.replace(list, other);
        check(&document, "?sizes=1,2", 200, ("app_count", json!(5))).await;
    }
}

#[tokio::test]
async fn body_that_is_not_json_is_accepted() {
    let body = "requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}";
    let document = DOCUMENT.replace("get:", "post:");
    let document =
        document.replace("      parameters:", &format!("      {body}\n      parameters:"));
    let (_mock, url) = serve(&document).await;
    for (body, status) in [("some text", 200), ("", 400)] {
        let request = reqwest::Client::new().post(&url).header("x-auth-token", State::TOKEN);
        let response = request.header("content-type", "text/plain").body(body).send().await;
        assert_eq!(response.unwrap().status(), status, "{body}");
    }
}

#[tokio::test]
async fn response_that_contradicts_the_document_is_not_sent() {
    for wrong in ["'5'", "5000000000"] {
        let document =
            DOCUMENT.replace("value: {app_count: 5}", &format!("value: {{app_count: {wrong}}}"));
        check(&document, "", 500, ("error_code", json!("Mock.0001"))).await;
    }
}
