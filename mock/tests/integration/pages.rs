//! The pages for a browser, as text. `tests/browser/run.py` opens them in a browser.

use modelarts_app_auth_mock::{Api, App, MockModelArts};
use reqwest::Response;

async fn get(mock: &MockModelArts, path: &str) -> Response {
    reqwest::get(format!("{}{path}", mock.url())).await.unwrap()
}

#[tokio::test]
async fn pages_allow_this_server_only() {
    let mock = MockModelArts::start().await.unwrap();
    for (path, media_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/docs", "text/html; charset=utf-8"),
        ("/docs/", "text/html; charset=utf-8"),
        ("/openapi.yaml", "application/yaml"),
        ("/openapi.json", "application/json"),
        ("/docs/docs.js", "text/javascript"),
        ("/docs/style.css", "text/css"),
        ("/docs/swagger-ui.css", "text/css"),
        ("/docs/swagger-ui-bundle.js", "text/javascript"),
    ] {
        let response = get(&mock, path).await;
        assert_eq!(response.status(), 200, "{path}");
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        let types = response.headers().get_all("content-type").iter();
        assert!(types.eq([media_type]), "{path}");
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        // Nothing is loaded from elsewhere.
        let text = response.text().await.unwrap();
        for reference in [r#"src="http"#, r#"src="//"#, r#"rel="stylesheet" href="http"#] {
            assert!(!path.ends_with('s') || !text.contains(reference), "{path}: {reference}");
        }
    }
    for path in ["/docs/oauth2-redirect.html", "/docs/index.html"] {
        assert_eq!(get(&mock, path).await.status(), 404, "{path}");
    }
}

#[tokio::test]
async fn start_page_shows_the_credentials_and_the_links() {
    let mock = MockModelArts::start().await.unwrap();
    let page = get(&mock, "/").await.text().await.unwrap();
    for shown in [
        "04f258c84780d5a52f3bc00dc15aa5e7",
        "<code>loopback</code>",
        "LOOPBACKACCESSKEY001",
        "secret-key-of-user",
        r#"href="/docs""#,
        r#"href="/openapi.yaml""#,
        "POST /_mock/faults",
        mock.url(),
    ] {
        assert!(page.contains(shown), "{shown} is not in\n{page}");
    }
    let mock = MockModelArts::builder().control(false).start().await.unwrap();
    let page = get(&mock, "/").await.text().await.unwrap();
    assert!(page.contains("--no-control") && !page.contains("/_mock/"), "{page}");
}

#[tokio::test]
async fn names_and_documents_are_text_in_pages() {
    let tag = "</title><script>alert('&{account}')</script>\"";
    let document = format!(
        "openapi: 3.0.3\ninfo: {{title: {}, version: '1'}}\npaths: {{}}\n",
        serde_json::to_string(tag).unwrap()
    );
    let builder = MockModelArts::builder().document("tag.yaml", document).unwrap();
    let mock = builder.start().await.unwrap();
    mock.edit(|state| {
        state.apps.push(App { app_name: tag.into(), app_id: tag.into(), ..App::default() });
        state.apis.push(Api { api_name: tag.into(), predict_url: tag.into(), ..Api::default() });
        state.users[0].name = tag.into();
        state.tokens[0].token = tag.into();
        state.tokens[0].project_id = tag.into();
    });
    let escaped =
        "&lt;/title&gt;&lt;script&gt;alert(&#39;&amp;{account}&#39;)&lt;/script&gt;&quot;";
    for (path, times) in [("/", 11), ("/docs", 3)] {
        let page = get(&mock, path).await.text().await.unwrap();
        assert!(!page.contains("<script>"), "{page}");
        assert_eq!(page.matches(escaped).count(), times, "{page}");
    }
}
