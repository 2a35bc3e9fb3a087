//! Providers that do not answer in time.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use modelarts_app_auth::{CallOptions, Credentials, Iam, ProvideCredentials, Providing};
use tokio::time::sleep;
use wiremock::matchers::any;

use super::*;

/// Does this when it is asked first, and gives a token each time after that.
struct Once {
    first: fn() -> Providing<'static>,
    asked: Arc<AtomicUsize>,
}

impl ProvideCredentials for Once {
    fn provide<'a>(&'a self, _: &'a Iam) -> Providing<'a> {
        match self.asked.fetch_add(1, SeqCst) {
            0 => (self.first)(),
            _ => Box::pin(async { Ok(Credentials::token("token")) }),
        }
    }
}

fn client(cloud: &Cloud, first: fn() -> Providing<'static>) -> (ClientBuilder, Arc<AtomicUsize>) {
    let asked = Arc::<AtomicUsize>::default();
    (cloud.client().credentials(Once { first, asked: Arc::clone(&asked) }), asked)
}

/// Takes longer than any call here.
fn slow() -> Providing<'static> {
    Box::pin(async {
        sleep(Duration::from_secs(3600)).await;
        Ok(Credentials::token("late"))
    })
}

#[tokio::test]
async fn a_call_whose_time_ends_while_it_waits_for_credentials_is_not_sent() {
    for project in [Some("p1"), None] {
        let cloud = Cloud::start().await;
        let (builder, _) = client(&cloud, slow);
        let builder = project.into_iter().fold(builder, ClientBuilder::project_id);
        let options = CallOptions::new().timeout(Duration::from_millis(100));
        let client = builder.options(options).build().unwrap();
        let error = call(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.was_sent()), (ErrorKind::NotSent, false), "{error}");
        assert!(error.to_string().contains("in wait for credentials"), "{error}");
        assert_eq!(cloud.requests().await.len(), 0);
    }
}

/// Gives one token at once, and none after that.
struct Fading(AtomicUsize);

impl ProvideCredentials for Fading {
    fn provide<'a>(&'a self, _: &'a Iam) -> Providing<'a> {
        match self.0.fetch_add(1, SeqCst) {
            0 => Box::pin(async { Ok(Credentials::token("token")) }),
            _ => slow(),
        }
    }
}

#[tokio::test]
async fn a_refused_token_that_is_not_renewed_in_time_is_told_as_such() {
    let cloud = Cloud::without_modelarts().await;
    cloud.mount(Mock::given(any()).respond_with(ResponseTemplate::new(401))).await;
    let options = CallOptions::new().timeout(Duration::from_secs(2));
    let client = cloud.client().credentials(Fading(AtomicUsize::new(0))).options(options);
    let error = call(&client.project_id("p1").build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.was_sent()), (ErrorKind::Credentials, true), "{error}");
    let text = error.to_string();
    assert!(text.contains("refused the token") && text.contains("time of the call"), "{text}");
}
