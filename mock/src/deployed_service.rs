//! Calls of deployed services: whether an API lets an app call it.
//!
//! The codes and messages are those of the guides of API Gateway. Codes and messages that no guide
//! has for ModelArts are marked as unconfirmed.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::equal::equal;
use crate::service_error::ServiceError;
use crate::signature::Signature;
use crate::signed_request::{LARGEST_SKEW, SignedRequest};
use crate::state::{Api, App, State};

/// The environment in which APIs are published.
const RELEASE: &str = "RELEASE";

impl State {
    /// Returns the APIs at an address, or above it: a model may have paths of its own.
    pub(crate) fn apis_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Api> {
        self.apis.iter().filter(move |api| {
            let rest = path.strip_prefix(api.predict_url.as_str());
            api.predict_url.starts_with('/')
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Carries out a call of a deployed service. Predictions are not simulated: the response has the
    /// IDs of the API, the service and the app.
    pub(crate) fn call_service(
        &mut self,
        request: &SignedRequest,
        now: u64,
    ) -> Result<Value, ServiceError> {
        let apis = self.apis_at(request.path);
        let of_method =
            |api: &&Api| matches!(api.api_method.trim(), m if m == "ANY" || m == request.method);
        let api = apis.filter(of_method).max_by_key(|api| api.predict_url.len()).cloned();
        let api = api.ok_or_else(ServiceError::no_such_service)?;
        check_stage(request)?;
        let app = match api.auth_type.as_str() {
            "NONE" => None,
            "IAM" => self.authenticate(request, now).map(|_| None)?,
            _ => Some(self.calling_app(&api, request, now)?),
        };
        // Which response ModelArts gives to an app that is not authorized is unconfirmed: this one
        // is API Gateway's, and the list of ModelArts has 400 ModelArts.4902 for the same.
        if app.is_some_and(|app| !self.is_authorized(&api.api_id, &app.app_id)) {
            return Err(ServiceError::app_not_authorized());
        }
        Ok(json!({
            "api_id": api.api_id,
            "service_id": api.service_id,
            "app_id": app.map(|app| &app.app_id),
        }))
    }

    fn calling_app(
        &self,
        api: &Api,
        request: &SignedRequest,
        now: u64,
    ) -> Result<&App, ServiceError> {
        let denied = |why: &str| ServiceError::app_unauthenticated(why);
        match (request.header("x-apig-appcode"), request.header("authorization")) {
            (Some(code), _) if api.support_app_code => {
                let has_code = |app: &&App| app.app_codes.iter().any(|known| equal(known, code));
                let app = self.apps.iter().find(has_code);
                app.ok_or_else(|| denied("app not found with specified appCode"))
            }
            (_, Some(authorization)) => self.signing_app(authorization, request, now),
            // The messages of these two are unconfirmed.
            (Some(_), None) => Err(denied("the API does not support AppCodes")),
            (None, None) => Err(denied("Access or Credential is empty in Authorization")),
        }
    }

    fn signing_app(
        &self,
        authorization: &str,
        request: &SignedRequest,
        now: u64,
    ) -> Result<&App, ServiceError> {
        let denied = |why: &str| ServiceError::app_unauthenticated(why);
        let signature = Signature::parse(authorization);
        // The messages of the format and of a missing date are unconfirmed.
        let signature = signature.ok_or_else(|| denied("Authorization format is wrong"))?;
        let app = self.apps.iter().find(|app| app.app_key == signature.access);
        let app =
            app.ok_or_else(|| denied(&format!("app not found, appkey {}", signature.access)))?;
        let (text, date) =
            request.date().ok_or_else(|| denied("x-sdk-date is missing or wrong"))?;
        if date.abs_diff(now) > LARGEST_SKEW {
            let now = Timestamp::from_millisecond(now as i64).unwrap_or(Timestamp::MAX);
            let now = now.strftime("%Y%m%dT%H%M%SZ");
            let why = format!("signature expired, signature time:{text},server time:{now}");
            return Err(denied(&why));
        }
        // The gateway appends the canonical request, which may contain secrets.
        match signature.is_of(&app.app_secret, request) {
            true => Ok(app),
            false => Err(denied("verify signature fail")),
        }
    }
}

/// `X-Stage` must name the environment in which the API is published. The guide lists it as
/// mandatory for signed requests; the response to one without it is unconfirmed.
fn check_stage(request: &SignedRequest) -> Result<(), ServiceError> {
    let is_signed = request.headers.contains_key("authorization");
    match request.header("x-stage") {
        Some(RELEASE) => Ok(()),
        None if !is_signed => Ok(()),
        _ => Err(ServiceError::no_such_service()),
    }
}
