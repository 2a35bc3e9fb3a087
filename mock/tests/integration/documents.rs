//! Other documents than the one that the mock server was built with.

use modelarts_app_auth_mock::MockModelArts;
use serde_json::{Value, json};

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
    let builder = MockModelArts::builder().document("larger.yaml", document).unwrap();
    let mock = builder.start().await.unwrap();
    let url = format!("{}/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/count", mock.url());
    (mock, url)
}

async fn get(url: &str) -> (u16, Value) {
    let request = reqwest::Client::new().get(url).header("x-auth-token", "loopback");
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap())
}

/// Calls the operation with this query; compares the status code and a member of the body.
async fn check(document: &str, query: &str, status: u16, (name, value): (&str, Value)) {
    let (_mock, url) = serve(document).await;
    let (received, body) = get(&(url + query)).await;
    assert_eq!((received, &body[name]), (status, &value), "{body}");
}

#[tokio::test]
async fn unknown_operation_returns_its_documented_example() {
    check(DOCUMENT, "", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?verbose=true", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?verbose=very", 400, ("error_code", json!("ModelArts.0107"))).await;
    check(DOCUMENT, "?sizes=1&sizes=2", 200, ("app_count", json!(5))).await;
    check(DOCUMENT, "?sizes=1&sizes=a", 400, ("error_code", json!("ModelArts.0107"))).await;
    check(&DOCUMENT.replace("'200'", "2XX"), "", 200, ("app_count", json!(5))).await;
    let without_id = DOCUMENT.replace("operationId: CountApps", "summary: A count");
    check(&without_id, "", 200, ("app_count", json!(5))).await;
    let (without_errors, _) = DOCUMENT.split_once("components:").unwrap();
    check(without_errors, "?verbose=very", 400, ("error_code", json!("ModelArts.0107"))).await;
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
        let request = reqwest::Client::new().post(&url).header("x-auth-token", "loopback");
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

/// A document with an operation for each path; the response is the name of its path.
fn with_paths(paths: &[(&str, &str)]) -> String {
    let mut document = "openapi: 3.0.3\ninfo: {title: Paths, version: '1'}\npaths:\n".to_owned();
    for (path, name) in paths {
        document += &format!(
            "  '{path}': {{get: {{operationId: {name}, responses: {{'200': {{description: A., \
             content: {{application/json: {{schema: {{type: string}}, example: {name}}}}}}}}}}}}}\n"
        );
    }
    document
}

#[tokio::test]
async fn path_finds_its_most_fixed_template() {
    let document = with_paths(&[
        ("/a/{b}", "Any"),
        ("/a/b", "Fixed"),
        ("/{a}/b/c", "Late"),
        ("/a/{x}/{y}", "Early"),
        ("/a/{b}:reset", "Reset"),
        ("/a/{b}.{c}/d", "Two"),
        ("/ä ö", "Encoded"),
        ("/{p}", "All"),
    ]);
    let builder = MockModelArts::builder().document("paths.yaml", document).unwrap();
    let mock = builder.start().await.unwrap();
    for (path, name) in [
        ("/a/x", "Any"),
        ("/a/b%2Fc", "Any"),
        ("/a/b", "Fixed"),
        ("/x/b/c", "Late"),
        ("/a/b/c", "Early"),
        ("/a/x:reset", "Reset"),
        ("/a/x%3Areset", "Any"),
        ("/a/1.2/d", "Two"),
        ("/a/1.2.3/d", "Two"),
        ("/%C3%A4%20%C3%B6", "Encoded"),
        ("/docs", ""),
        ("/docs2", "All"),
    ] {
        let response = reqwest::Client::new()
            .get(format!("{}{path}", mock.url()))
            .header("x-auth-token", "loopback");
        let text = response.send().await.unwrap().text().await.unwrap();
        let is_it = serde_json::from_str::<String>(&text).is_ok_and(|text| text == name);
        assert!(is_it || name.is_empty() && text.starts_with("<!DOCTYPE html>"), "{path}: {text}");
    }
    for (path, status) in [("/a/%FF", 400), ("/x/y", 404), ("/a/", 404), ("/.2/b/d", 404)] {
        assert_eq!(get(&format!("{}{path}", mock.url())).await.0, status, "{path}");
    }
}

/// Expects that a document is refused, with this place (or line) and message.
fn check_refused(name: &str, document: impl Into<Vec<u8>>, place: &str, message: &str) {
    let refused = MockModelArts::builder().document(name, document).err().map(|e| e.to_string());
    let refused = refused.unwrap_or_default();
    let starts = refused.starts_with(&format!("{name}:{place}"));
    assert!(starts && refused.contains(message) && refused.contains("\nhelp: "), "{refused}");
}

#[test]
fn document_that_cannot_be_served_is_refused_with_its_place() {
    let check = |old: &str, new: &str, place: &str, message: &str| {
        assert!(DOCUMENT.contains(old), "{old}");
        check_refused("a.yaml", DOCUMENT.replace(old, new), place, message);
    };
    check("openapi: 3.0.3", "openapi: 3.1.0", "2:1", "OpenAPI 3.1.0");
    check("openapi: 3.0.3", "openapi: [", "3:1", "");
    check("'200'", "'404'", "6:5", "has no success response");
    check("{type: boolean}", "{$ref: '#/components/schemas/No'}", "10:", "schema cannot be used");
    check("{type: boolean}", "{type: truth}", "10:38", "schema cannot be used");
    check("{type: boolean}", "{type: string, pattern: '('}", "10:38", "schema cannot be used");
    let parameter = "{name: verbose, in: query, schema: {type: boolean}}";
    check(parameter, "{$ref: '#/components/parameters/No'}", "10:12", "cannot resolve");
    check(parameter, "{$ref: other.yaml}", "10:12", "cannot resolve");
    check("/v1/{project_id}/app-auth/count", "/docs/a", "6:5", "a path of the mock server");
    check("/v1/{project_id}/app-auth/count", "/_mock/a", "6:5", "a path of the mock server");
    check("/v1/{project_id}/app-auth/count", "/apig/a", "6:5", "a path of the mock server");
    check("/v1/{project_id}/app-auth/count", "v1/count", "6:5", "does not begin with `/`");
    check_refused("a.yaml", "", "1:1", "empty");
    check_refused("a.yaml", b"openapi: \xff".to_vec(), "1:10", "byte 0xFF is not valid UTF-8");
    check_refused("a.json", "openapi: 3.0.3", "1:1", "");
    check_refused("a.yaml", "- a", "1:1", "not an OpenAPI document");
}

/// The published documents have this server as their only one.
async fn check_published(name: &str, document: &str, is_same_text: bool) {
    let builder = MockModelArts::builder().document(name, document).unwrap();
    let mock = builder.start().await.unwrap();
    let text = async |path: &str| {
        let response = reqwest::get(format!("{}{path}", mock.url())).await.unwrap();
        assert_eq!(response.status(), 200);
        response.text().await.unwrap()
    };
    let json: Value = serde_json::from_str(&text("/openapi.json").await).unwrap();
    assert_eq!(json["servers"], json!([{ "url": mock.url() }]), "{json}");
    let yaml = text("/openapi.yaml").await;
    assert!(yaml.contains(mock.url()) && !yaml.contains("example.com"), "{yaml}");
    assert_eq!(yaml.contains("# A comment."), is_same_text, "{yaml}");
    // The published text is a document that can be served.
    MockModelArts::builder().document(name, yaml).unwrap();
}

#[tokio::test]
async fn published_document_has_this_server_only() {
    let document = DOCUMENT.to_owned() + "# A comment.\n";
    check_published("a.yaml", &document, true).await;
    let indented: String = document.lines().map(|line| format!("  {line}\n")).collect();
    check_published("a.yaml", &indented, true).await;
    let server = "servers: [{url: 'https://example.com'}]\n";
    check_published("a.yaml", &format!("{document}{server}"), true).await;
    let everywhere = document
        .replace("    get:", &format!("    {server}    get:"))
        .replace("      parameters:", &format!("      {server}      parameters:"));
    check_published("a.yaml", &everywhere, true).await;
    let block = "servers:\n  # No.\n  - url: https://example.com\n    description: Here\n";
    check_published("a.yaml", &document.replace("paths:", &format!("{block}paths:")), true).await;
    let aliased = "servers: &anchor [{url: 'https://example.com'}]\nx-same: *anchor\n";
    let json = r##"{"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {}}"##;
    check_published("a.json", json, false).await;
    let with = json.replace("}, ", r#"}, "servers": [{"url": "https://example.com"}], "#);
    check_published("a.yaml", &with, false).await;
    let builder = MockModelArts::builder().document("a.yaml", document + aliased).unwrap();
    assert!(builder.start().await.is_ok());
}
