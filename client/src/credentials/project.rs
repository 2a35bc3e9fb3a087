//! How the project of a client is found.

use serde::Deserialize;

use super::authenticator::Authenticator;
use super::iam::{self, Iam};
use crate::call::operation::{Operation, Returns, Safety};
use crate::call::path_segment::PathSegment;
use crate::endpoint::Setting;
use crate::error::Error;

static LIST_PROJECTS: Operation = Operation {
    id: "KeystoneListProjects",
    method: "GET",
    template: "/v3/projects",
    safety: Safety::Read,
    returns: Returns::Json,
    accept: "",
    redirects: &[],
};

#[derive(Deserialize)]
struct Projects {
    projects: Vec<Project>,
}

#[derive(Deserialize)]
struct Project {
    id: String,
}

impl Authenticator {
    /// The project id set on the client, else the one that comes with the credentials, else the
    /// one IAM knows for the region.
    pub(crate) async fn project_id(&self) -> Result<&str, Error> {
        let find = async || {
            let credentials = self.cache.get().await?;
            let Some(id) = &credentials.project_id else {
                return look_up(self, &self.iam, credentials.iam_endpoint.as_ref()).await;
            };
            match PathSegment::new(&id.value) {
                Ok(_) => Ok(id.value.clone()),
                Err(why) => Err(Error::credentials(format!("{}: {why}", id.named("project id")))),
            }
        };
        self.project_id.get(find).await
    }
}

/// Asks IAM for the one project that has the name of the region.
async fn look_up(
    authenticator: &Authenticator,
    iam: &Iam,
    iam_endpoint: Option<&Setting>,
) -> Result<String, Error> {
    let name = iam.project_name()?;
    let endpoint = iam.endpoint(iam_endpoint)?;
    let failed = |why: String| {
        Error::credentials(format!(
            "the id of project {name} could not be looked up: {why}; IAM is at {}; set the project \
             id instead{}",
            endpoint.address(),
            iam.unknown_region()
        ))
    };
    let mut url = iam::url(&endpoint, &LIST_PROJECTS)?;
    url.query_pairs_mut().append_pair("name", name);
    let response = match authenticator.get(&LIST_PROJECTS, &endpoint, &url).await {
        Ok(response) => response,
        Err(error) => return Err(failed(error.to_string()).with_source(error)),
    };
    let Ok(found) = serde_json::from_slice::<Projects>(&response.body) else {
        return Err(failed("IAM's response has another form than documented".to_owned()));
    };
    match found.projects.as_slice() {
        [Project { id }] => match PathSegment::new(id) {
            Ok(_) => Ok(id.clone()),
            Err(why) => Err(failed(format!("IAM's id {why}"))),
        },
        [] => Err(failed("IAM knows none of that name".to_owned())),
        several => Err(failed(format!("IAM knows {} of that name", several.len()))),
    }
}
