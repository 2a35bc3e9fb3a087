//! The errors of the service: statuses, codes and messages of its list of error codes.

use serde_json::{Value, json};

const NOT_PUBLISHED: &str = "API does not exist or has not been published in the environment";

/// An error that the service returns.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServiceError {
    pub status: u16,
    code: &'static str,
    pub message: String,
}

/// An action whose failure has a reason in free text.
#[derive(Clone, Copy)]
pub(crate) enum FailedAction {
    CreateApi,
    CreateAppCode,
    DeleteApi,
    ResetAppCode,
    CreateApp,
    DeleteApp,
    DeleteAppCode,
    Authorize,
}

impl ServiceError {
    fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into() }
    }

    // Of API Gateway, which is in front of ModelArts.

    pub fn no_such_route() -> Self {
        Self::new(404, "APIGW.0101", NOT_PUBLISHED)
    }

    pub fn unreadable() -> Self {
        Self::new(400, "APIGW.0201", "API request error")
    }

    pub fn unauthenticated(why: &str) -> Self {
        let message = format!("Incorrect IAM authentication information: {why}");
        Self::new(401, "APIGW.0301", message)
    }

    // Of API Gateway, which is in front of the deployed services.

    pub fn no_such_service() -> Self {
        Self::new(404, "APIG.0101", NOT_PUBLISHED)
    }

    pub fn app_unauthenticated(why: &str) -> Self {
        let message = format!("Incorrect app authentication information: {why}");
        Self::new(401, "APIG.0303", message)
    }

    pub fn app_not_authorized() -> Self {
        Self::new(403, "APIG.0304", "The app is not authorized to access the API")
    }

    // Of ModelArts.

    pub fn too_large() -> Self {
        let message = "Invalid request body because the size exceeds the maximum size allowed.";
        Self::new(413, "ModelArts.4104", message)
    }

    pub fn invalid_json() -> Self {
        Self::new(400, "ModelArts.4105", "Incorrect JSON format of the input data.")
    }

    pub fn invalid_argument(what: &str) -> Self {
        Self::new(400, "ModelArts.0101", format!("Invalid Argument. {what}"))
    }

    pub fn invalid_parameter(name: &str) -> Self {
        let message = format!("The values of the request parameters ({name}) are invalid.");
        Self::new(400, "ModelArts.0107", message)
    }

    pub fn other_project() -> Self {
        let message = "The project id in the request URL does not match the token.";
        Self::new(403, "ModelArts.0210", message)
    }

    pub fn no_such_workspace() -> Self {
        Self::new(400, "ModelArts.0102", "The workspace does not exist.")
    }

    pub fn not_authorized(operation: &str) -> Self {
        let message = format!("You are not authorized to perform the ({operation}) operation.");
        Self::new(403, "ModelArts.0108", message)
    }

    pub fn no_such_app(id: &str) -> Self {
        Self::new(404, "ModelArts.3923", format!("Application {id} does not exist."))
    }

    pub fn no_such_api(id: &str) -> Self {
        Self::new(404, "ModelArts.3935", format!("The app-auth API {id} does not exist."))
    }

    pub fn api_of_other_service(api: &str, service: &str) -> Self {
        let message = format!("The app-auth API {api} does not belong to service {service}.");
        Self::new(403, "ModelArts.3936", message)
    }

    /// `id` is the ID of the resource of the call, where the message contains it.
    pub fn failed(action: FailedAction, id: &str, reason: &str) -> Self {
        let (status, code, what) = match action {
            FailedAction::CreateApi => {
                (500, "ModelArts.3921", "create the app-auth API".to_owned())
            }
            FailedAction::CreateAppCode => {
                (500, "ModelArts.3924", format!("create the application code for application {id}"))
            }
            FailedAction::DeleteApi => (500, "ModelArts.3925", format!("delete app-auth api {id}")),
            FailedAction::ResetAppCode => {
                (500, "ModelArts.3927", format!("reset the application code of application {id}"))
            }
            FailedAction::CreateApp => (409, "ModelArts.3929", "create the application".to_owned()),
            FailedAction::DeleteApp => (500, "ModelArts.3933", format!("delete application {id}")),
            FailedAction::DeleteAppCode => {
                (500, "ModelArts.3934", format!("delete the application code of application {id}"))
            }
            FailedAction::Authorize => {
                let what = "authorize the app-auth API to the application";
                (500, "ModelArts.3937", what.to_owned())
            }
        };
        Self::new(status, code, format!("Failed to {what} because {reason}."))
    }

    /// A documented error with this status code, whose cause is not in the request.
    pub fn of_status(status: u16) -> Self {
        match status {
            400 => Self::unreadable(),
            404 => Self::no_such_route(),
            429 => Self::new(429, "ModelArts.4206", "Excessive number of requests."),
            401 => Self::unauthenticated("decrypt token fail"),
            403 => Self::new(403, "ModelArts.0112", "Policy doesn't allow this to be performed."),
            500 => Self::new(500, "ModelArts.3932", "Failed to do this because of a fault."),
            504 => Self::new(504, "APIGW.0201", "Backend timeout"),
            status => Self::new(status, "APIGW.0201", "Backend unavailable"),
        }
    }

    // Of the mock server itself.

    pub fn wrong_response(message: String) -> Self {
        Self::new(500, "Mock.0001", message)
    }

    pub fn other_origin(message: impl Into<String>) -> Self {
        Self::new(403, "Mock.0002", message)
    }

    pub fn wrong_control(status: u16, message: impl Into<String>) -> Self {
        Self::new(status, "Mock.0003", message)
    }

    /// The gateway's form has the ID of the request, too.
    pub fn body(&self, request_id: &str) -> Value {
        match self.code.starts_with("APIG") {
            true => json!({
                "error_msg": self.message,
                "error_code": self.code,
                "request_id": request_id,
            }),
            false => json!({ "error_code": self.code, "error_msg": self.message }),
        }
    }
}
