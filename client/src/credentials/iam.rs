//! The identity service (IAM), as a client reaches it.

use std::fmt;

use reqwest::{Request, Url};
use tokio::time::{Duration, sleep};

use crate::call::exchange::exchange;
use crate::call::operation::Operation;
use crate::call::received_response::ReceivedResponse;
use crate::call::retry;
use crate::call::route::HttpClients;
use crate::call::transport::{self, Bounds};
use crate::endpoint::{Endpoint, Server, Setting, UnknownRegion};
use crate::error::Error;
use crate::generated::values;
use crate::secret::Secret;

/// How long one request to IAM may take.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How often a request to IAM is sent again.
const LARGEST_RESENDS: u32 = 2;

/// A response with a longer `Retry-After` than this is returned as an error.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// In bytes; a response with many roles has some ten thousand.
const MAX_RESPONSE_SIZE: usize = 1024 * 1024;

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
    clients: HttpClients,
    region: Option<Setting>,
    /// Set on the client; wins over all others.
    endpoint: Option<Setting>,
    http_loopback: bool,
    /// Set on the client.
    project_id: Option<String>,
}

impl Iam {
    pub(crate) fn new(
        clients: HttpClients,
        region: Option<Setting>,
        endpoint: Option<Setting>,
        http_loopback: bool,
    ) -> Self {
        Self { clients, region, endpoint, http_loopback, project_id: None }
    }

    pub(super) fn with_project_id(self, project_id: Option<String>) -> Self {
        Self { project_id, ..self }
    }

    /// The project of the client, if it is set there.
    pub(super) fn project_id(&self) -> Option<&str> {
        self.project_id.as_deref()
    }

    /// Returns the region of the client, such as `cn-north-4`; empty if only an endpoint is set.
    pub fn region(&self) -> &str {
        self.region.as_ref().map_or("", |region| region.value.as_str())
    }

    /// The name of the region's default project, which is that of the region.
    pub(super) fn project_name(&self) -> Result<&str, Error> {
        match self.region() {
            "" => Err(Error::configuration("region: is missing, it names the project")),
            region => Ok(region),
        }
    }

    /// The IAM that `preferred` names, unless one is set on the client; else that of the region.
    pub(super) fn endpoint(&self, preferred: Option<&Setting>) -> Result<Endpoint, Error> {
        let endpoint = match (self.endpoint.as_ref().or(preferred), &self.region) {
            (Some(url), _) => Endpoint::parse("IAM endpoint", url, self.http_loopback),
            (None, Some(region)) => Endpoint::of_region(region, SERVERS),
            (None, None) => Endpoint::of_region(&String::new().into(), SERVERS),
        };
        Ok(endpoint?.behind(self.clients.proxy()))
    }

    /// Returns an end of a message about the project of the region, if the region is not one of the
    /// service: it may be misspelt.
    pub(super) fn unknown_region(&self) -> String {
        let region = self.region.as_ref();
        let unknown = region.and_then(|region| UnknownRegion::of(region, values::SERVERS));
        unknown.map_or(String::new(), |region| format!("; {region}"))
    }

    /// Sends `request`, again when the failure may pass; `secrets` are kept out of what a failure
    /// says.
    pub(super) async fn exchange(
        &self,
        operation: &'static Operation,
        endpoint: &Endpoint,
        request: Request,
        secrets: &[Secret],
    ) -> Result<ReceivedResponse, Error> {
        let http = self.clients.get(endpoint.route)?;
        let mut resends = 0;
        loop {
            let Some(request) = request.try_clone() else {
                return Err(Error::credentials("the request to IAM cannot be sent twice"));
            };
            let bounds =
                Bounds { deadline: transport::deadline(TIMEOUT), max_body_size: MAX_RESPONSE_SIZE };
            let secrets = || secrets.to_vec();
            let outcome = exchange(operation, http, endpoint, request, bounds, resends, secrets);
            match outcome.await {
                Err(failure) if resends < LARGEST_RESENDS && failure.is_retryable() => {
                    resends += 1;
                    let wait = retry::wait_after(resends, &failure);
                    if wait > LONGEST_WAIT {
                        return Err(failure);
                    }
                    sleep(wait).await;
                }
                outcome => return outcome,
            }
        }
    }
}

/// The URL of an operation whose path has no parameters.
pub(super) fn url(endpoint: &Endpoint, operation: &Operation) -> Result<Url, Error> {
    Url::parse(&format!("{}{}", endpoint.base, operation.template))
        .map_err(|_| Error::configuration("IAM endpoint: must be a base URL"))
}

impl fmt::Debug for Iam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iam").field("region", &self.region()).finish_non_exhaustive()
    }
}
