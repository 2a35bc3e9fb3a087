//! The target of a request: an operation of the document or of IAM, or a deployed service.

use crate::contract::{Contract, OperationContract};
use crate::iam;
use crate::own_paths::SERVICES;
use crate::path_pattern::decoded;
use crate::service_error::ServiceError;
use crate::state::State;

/// The name of a call of a deployed service, for which the document has no operation.
pub(crate) const CALL_SERVICE: &str = "CallDeployedService";

#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    Operation(&'a OperationContract),
    CreateToken,
    ListProjects,
    CallService,
}

impl<'a> Target<'a> {
    /// Returns the target of a request, and the parameters in its path.
    ///
    /// # Errors
    ///
    /// The path has no target, or a parameter is not UTF-8.
    pub fn find(
        contract: &'a Contract,
        state: &State,
        method: &str,
        path: &str,
    ) -> Result<(Self, Vec<(String, String)>), ServiceError> {
        let segments: Vec<&str> = path.split('/').collect();
        let matching = |operation: &'a OperationContract| {
            Some((operation, operation.pattern.parameters(&segments)?))
        };
        // Operations are sorted by rank, so the first template of this path is the one that is meant.
        let mut matching = contract.operations.iter().filter_map(matching).peekable();
        let meant = matching.peek().map(|(operation, _)| operation.pattern.rank());
        let mut meant =
            matching.take_while(|(operation, _)| Some(operation.pattern.rank()) == meant);
        if let Some((operation, parameters)) =
            meant.find(|(operation, _)| operation.method == method)
        {
            let decoded = |(name, value): (&str, &str)| Some((name.to_owned(), decoded(value)?));
            let parameters: Option<_> = parameters.into_iter().map(decoded).collect();
            return match parameters {
                Some(parameters) => Ok((Self::Operation(operation), parameters)),
                None => Err(ServiceError::unreadable()),
            };
        }
        match (method, path) {
            ("POST", iam::TOKENS) => Ok((Self::CreateToken, Vec::new())),
            ("GET", iam::PROJECTS) => Ok((Self::ListProjects, Vec::new())),
            _ if path.starts_with(SERVICES) || state.apis_at(path).next().is_some() => {
                Ok((Self::CallService, Vec::new()))
            }
            // A gateway knows no other methods than those of its routes.
            _ => Err(ServiceError::no_such_route()),
        }
    }

    /// Returns the name by which faults are injected.
    pub fn id(self) -> &'a str {
        match self {
            Self::Operation(operation) => &operation.id,
            Self::CreateToken => iam::CREATE_TOKEN,
            Self::ListProjects => iam::LIST_PROJECTS,
            Self::CallService => CALL_SERVICE,
        }
    }

    /// Returns the path without the values in it, which may be secrets.
    pub fn template(self) -> &'a str {
        match self {
            Self::Operation(operation) => &operation.template,
            Self::CreateToken => iam::TOKENS,
            Self::ListProjects => iam::PROJECTS,
            Self::CallService => "/apig/{api}",
        }
    }
}

/// Checks the name of an operation; the error suggests one.
pub(crate) fn check_operation(contract: &Contract, id: &str) -> Result<(), String> {
    let own = [iam::CREATE_TOKEN, iam::LIST_PROJECTS, CALL_SERVICE];
    let known: Vec<&str> =
        contract.operations.iter().map(|operation| operation.id.as_str()).chain(own).collect();
    if known.contains(&id) {
        return Ok(());
    }
    let likeness = |known: &str| strsim::jaro_winkler(&known.to_lowercase(), &id.to_lowercase());
    let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    Err(match nearest.filter(|nearest| likeness(nearest) > 0.85) {
        Some(nearest) => format!("unknown operation `{id}`; did you mean `{nearest}`?"),
        None => format!("unknown operation `{id}`; expected one of: {}", known.join(", ")),
    })
}
