//! The identity service (IAM), as a client reaches it.

use std::fmt;

use reqwest::{Request, Url};
use tokio::time::{Duration, sleep};

use crate::answer::Answer;
use crate::endpoint::{Endpoint, Server};
use crate::transport::{self, Bounds};
use crate::{Error, ErrorKind, Secret, retry};

/// How long one request to IAM may take.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How often a request to IAM is sent at most.
const ATTEMPTS: u32 = 3;

/// In bytes; an answer with many roles has some ten thousand.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// The regions with an IAM of their own; all others share the global one.
const SERVERS: &[Server] = &[
    Server { template: "https://iam.myhuaweicloud.com", regions: &[] },
    Server {
        template: "https://iam.{region}.myhuaweicloud.com",
        regions: &[
            "ae-ad-1",
            "af-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "cn-east-2",
            "cn-east-3",
            "cn-east-4",
            "cn-east-5",
            "cn-north-1",
            "cn-north-2",
            "cn-north-4",
            "cn-north-9",
            "cn-north-12",
            "cn-south-1",
            "cn-south-2",
            "cn-southwest-2",
            "eu-west-0",
            "la-north-2",
            "la-south-2",
            "me-east-1",
            "my-kualalumpur-1",
            "na-mexico-1",
            "ru-moscow-1",
            "sa-brazil-1",
            "tr-west-1",
        ],
    },
];

/// The identity service, reached with the settings of the client that asks for credentials.
pub struct Iam {
    http: reqwest::Client,
    region: String,
    /// Set on the client; wins over all others.
    endpoint: Option<String>,
    http_loopback: bool,
}

impl Iam {
    pub(crate) fn new(
        http: reqwest::Client,
        region: String,
        endpoint: Option<String>,
        http_loopback: bool,
    ) -> Self {
        Self { http, region, endpoint, http_loopback }
    }

    /// The region of the client, such as `cn-north-4`; empty if only an endpoint is set.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The name of the region's default project, which is that of the region.
    pub(super) fn project(&self) -> Result<&str, Error> {
        match self.region.as_str() {
            "" => Err(Error::configuration("region: is missing, it names the project")),
            region => Ok(region),
        }
    }

    /// The URL of `path`, at the IAM that `preferred` names unless one is set on the client.
    pub(super) fn url(&self, preferred: Option<&str>, path: &str) -> Result<Url, Error> {
        let endpoint = match self.endpoint.as_deref().or(preferred) {
            Some(url) => Endpoint::parse(url, self.http_loopback),
            None => Endpoint::of_region(&self.region, SERVERS),
        };
        let url = endpoint.map(|endpoint| Url::parse(&format!("{}{path}", endpoint.base)));
        match url {
            Ok(Ok(url)) => Ok(url),
            Ok(Err(_)) => Err(Error::configuration("IAM endpoint: must be a base URL")),
            Err(error) => Err(Error::configuration(format!("IAM {}", error.reason()))),
        }
    }

    /// Sends `request`, again when the failure may pass: nothing that is asked of IAM here does
    /// harm when it is done twice. `secrets` are kept out of what a failure says.
    pub(super) async fn exchange(
        &self,
        request: Request,
        secrets: &[Secret],
    ) -> Result<Answer, Error> {
        let mut attempt = 1;
        loop {
            let Some(request) = request.try_clone() else {
                return Err(Error::credentials("the request to IAM cannot be repeated"));
            };
            let outcome = self.attempt(request, secrets).await;
            match outcome {
                Err(failure) if attempt < ATTEMPTS && may_pass(&failure) => {
                    sleep(retry::wait_after(attempt, &failure)).await;
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn attempt(&self, request: Request, secrets: &[Secret]) -> Result<Answer, Error> {
        let bounds =
            Bounds { deadline: transport::deadline(TIMEOUT), largest_body: LARGEST_ANSWER };
        transport::exchange(&self.http, request, bounds, secrets).await
    }
}

fn may_pass(failure: &Error) -> bool {
    matches!(failure.kind(), ErrorKind::NotSent | ErrorKind::MaybeSent)
        || matches!(failure.status(), Some(429 | 500 | 502..=504))
}

impl fmt::Debug for Iam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iam")
            .field("region", &self.region)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}
