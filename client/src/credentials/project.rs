//! The project of a client, and how it is found.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use tokio::sync::OnceCell;
use tokio::time::Instant;

use super::{Authenticator, Iam, iam};
use crate::Error;
use crate::call::operation::{Operation, Safety};
use crate::call::path_segment::Segment;
use crate::endpoint::Setting;

static LIST_PROJECTS: Operation = Operation {
    id: "KeystoneListProjects",
    method: "GET",
    template: "/v3/projects",
    safety: Safety::Read,
    gives_json: true,
};

#[derive(Deserialize)]
struct Projects {
    projects: Vec<Project>,
}

#[derive(Deserialize)]
struct Project {
    id: String,
}

/// The id of the one project of a client.
#[derive(Debug)]
pub(super) struct ProjectId {
    /// Empty until it is given or found.
    found: OnceCell<String>,
    /// The last failure to find it, and when that was.
    failure: Mutex<Option<(Instant, Error)>>,
}

impl ProjectId {
    pub(super) fn new(given: Option<String>) -> Self {
        Self { found: OnceCell::new_with(given), failure: Mutex::default() }
    }

    /// The id, found once for all who wait. A failure is theirs together too; the next one who
    /// asks tries again.
    pub(super) async fn get<F>(&self, find: impl FnOnce() -> F) -> Result<&str, Error>
    where
        F: Future<Output = Result<String, Error>>,
    {
        let asked = Instant::now();
        let found = self.found.get_or_try_init(async || {
            if let Some((_, error)) = self.failure().as_ref().filter(|(at, _)| *at >= asked) {
                return Err(error.clone());
            }
            let found = find().await;
            *self.failure() = found.as_ref().err().map(|error| (Instant::now(), error.clone()));
            found
        });
        found.await.map(String::as_str)
    }

    fn failure(&self) -> MutexGuard<'_, Option<(Instant, Error)>> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Asks IAM for the one project that has the name of the region.
pub(super) async fn look_up(
    authenticator: &Authenticator,
    iam: &Iam,
    iam_endpoint: Option<&Setting>,
) -> Result<String, Error> {
    let name = iam.project_name()?;
    let endpoint = iam.endpoint(iam_endpoint)?;
    let failed = |why: String| {
        Error::credentials(format!(
            "the id of project {name} could not be looked up: {why}; IAM is at {}; set the project \
             id instead",
            endpoint.address()
        ))
    };
    let mut url = iam::url(&endpoint, &LIST_PROJECTS)?;
    url.query_pairs_mut().append_pair("name", name);
    let answer = match authenticator.get(&LIST_PROJECTS, &endpoint, &url).await {
        Ok(answer) => answer,
        Err(error) => return Err(failed(error.to_string()).with_source(error)),
    };
    let Ok(found) = serde_json::from_slice::<Projects>(&answer.body) else {
        return Err(failed("IAM's answer has another form than documented".to_owned()));
    };
    match found.projects.as_slice() {
        [Project { id }] => match Segment::new(id) {
            Ok(_) => Ok(id.clone()),
            Err(why) => Err(failed(format!("IAM's id {why}"))),
        },
        [] => Err(failed("IAM knows none of that name".to_owned())),
        several => Err(failed(format!("IAM knows {} of that name", several.len()))),
    }
}
