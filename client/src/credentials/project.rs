//! Finds the id of a region's project.

use serde::Deserialize;

use super::{Authenticator, Iam};
use crate::Error;

#[derive(Deserialize)]
struct Projects {
    projects: Vec<Project>,
}

#[derive(Deserialize)]
struct Project {
    id: String,
}

/// Asks IAM for the one project that has the name of the region.
pub(super) async fn look_up(
    authenticator: &Authenticator,
    iam: &Iam,
    iam_endpoint: Option<&str>,
) -> Result<String, Error> {
    let name = iam.project()?;
    let failed = |why: String| {
        Error::credentials(format!(
            "the id of project {name} could not be looked up: {why}; set the project id instead"
        ))
    };
    let mut url = iam.url(iam_endpoint, "/v3/projects")?;
    url.query_pairs_mut().append_pair("name", name);
    let answer = match authenticator.get(&url).await {
        Ok(answer) => answer,
        Err(error) => return Err(failed(error.to_string()).with_source(error)),
    };
    let Ok(found) = serde_json::from_slice::<Projects>(&answer.body) else {
        return Err(failed("IAM's answer has another form than documented".to_owned()));
    };
    match found.projects.as_slice() {
        [Project { id }] => Ok(id.clone()),
        [] => Err(failed("IAM knows none of that name".to_owned())),
        several => Err(failed(format!("IAM knows {} of that name", several.len()))),
    }
}
