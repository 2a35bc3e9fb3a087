//! Makes one documented call and compares both of its sides with the document.
//!
//! The server's side comes from the examples, read here at run time; the client's comes from the
//! schemas, by way of the generator. So what an example has and its schema has not makes a test
//! fail, and so does a wrong path, query key, header, status or type.

mod case;
mod json;
mod request;
mod response;
mod typed_call;

use std::sync::LazyLock;

use modelarts_app_auth::{CallOptions, Client};
use spec::{Document, ExampleCall, Source};

use self::case::Case;
use crate::harness::server;

pub use self::typed_call::{Arguments, CallResult, ReceivedResponse, TypedCall, arguments, send};

static SOURCE: LazyLock<Source> =
    LazyLock::new(|| Source::new("openapi.yaml", modelarts_app_auth_mock::OPENAPI));

// Read once, because a large document has many tests.
static DOCUMENT: LazyLock<Document<'static>> =
    LazyLock::new(|| Document::parse(&SOURCE).expect("a document that lint has accepted"));

static CALLS: LazyLock<Vec<ExampleCall<'static>>> = LazyLock::new(|| spec::calls(&DOCUMENT));

/// The document of this workspace.
pub fn document() -> &'static Document<'static> {
    &DOCUMENT
}

/// Makes the documented call of this operation, status and example name. A failure is one line:
/// the call, the place, what is documented there, and what was found.
pub async fn check<F: Future<Output = CallResult>>(
    operation: &str,
    status: &str,
    name: &str,
    make: impl FnOnce(TypedCall) -> F,
) {
    let documented = CALLS.iter().find(|call| {
        call.operation.label() == operation && call.status == status && call.name == name
    });
    let Some(documented) = documented else {
        panic!("{operation} {status} {name}: is not in openapi.yaml; run `cargo xtask generate`");
    };
    let case = Case::of(documented);
    let (server, _) = server::start(response::template(documented)).await;
    let body = documented.request.map(|body| body.to_value());
    let client = once(&server.uri());
    let call = TypedCall::new(client, arguments(documented), body).of_case(case.clone());
    let made = make(call).await;

    let requests = server::received_requests(&server).await;
    // A response that cannot be read says more than its request.
    let mut differences = response::differences(made, documented, &case);
    differences.splice(0..0, request::differences(&requests, documented, &case));
    case.finish(differences);
}

/// A client that sends a call once, whatever the response is.
fn once(url: &str) -> Client {
    let builder = Client::builder().endpoint(url).allow_http_loopback();
    let builder = builder.options(CallOptions::new().max_attempts(1));
    let builder = builder.project_id(server::PROJECT).token("loopback");
    builder.build().expect("a client of this machine")
}

pub fn text(node: spec::Node, key: &str) -> String {
    node.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

/// Declares one test for each documented call, lists them, and makes a call by its operation.
macro_rules! checks {
    ($($test:ident: $call:ident, $operation:literal, $status:literal, $name:literal;)*) => {
        pub const TESTS: &[(&str, &str, &str)] = &[$(($operation, $status, $name)),*];

        /// Makes the call of an operation.
        #[allow(unreachable_patterns, reason = "an operation has several tests")]
        pub async fn make(operation: &str, call: TypedCall) -> CallResult {
            match operation {
                $($operation => calls::$call(call).await,)*
                _ => panic!("no test calls {operation}"),
            }
        }

        $(
            #[tokio::test]
            async fn $test() {
                crate::harness::check::check($operation, $status, $name, calls::$call).await;
            }
        )*
    };
}
pub(crate) use checks;
