//! Authenticates calls of deployed services with the credentials of an app.

mod signed_request;

use std::time::SystemTime;

use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use http::request::Parts;

use crate::credentials::auth_method::sensitive;
use crate::credentials::environment::Environment;
use crate::credentials::signing::{self, CONTENT_HASH_HEADER, DATE_HEADER};
use crate::credentials::{timestamp, value};
use crate::endpoint::is_loopback;
use crate::error::Error;
use crate::secret::Secret;
use signed_request::{absolute, authorization, not_absolute};

// The guides of the service write these names in their samples. That its tools read them is
// unconfirmed.
const APP_KEY: &str = "HUAWEICLOUD_APP_KEY";
const APP_SECRET: &str = "HUAWEICLOUD_APP_SECRET";
const APP_CODE: &str = "HUAWEICLOUD_APP_CODE";

const APP_CODE_HEADER: &str = "x-apig-appcode";
const STAGE_HEADER: &str = "x-stage";
const RELEASE: &str = "RELEASE";

/// The content hash of a body that is not signed.
const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// The media types whose bodies are signed.
const SIGNED_BODIES: [&str; 2] = ["application/json", "application/bson"];

/// Authenticates requests to a deployed service with the credentials of an app.
///
/// With an AppKey and an AppSecret it signs each request (SDK-HMAC-SHA256) and sets
/// `X-Sdk-Date`, `X-Stage` and `Authorization`; with an AppCode it sets `X-Apig-AppCode`. It works
/// with every HTTP client that takes requests of the crate [`http`]. Debug shows no secret.
///
/// The addresses of a deployed service are `predict_url` or the addresses that the console shows for
/// app authentication. See [Accessing a Service Through App Authentication][guide].
///
/// ```no_run
/// # async fn call() -> Result<(), Box<dyn std::error::Error>> {
/// use modelarts_app_auth::AppSigner;
///
/// let signer = AppSigner::new("app key", "app secret")?;
/// let request = http::Request::post("https://….apig.cn-north-4.huaweicloudapis.com/v1/infers/…")
///     .header("Content-Type", "application/json")
///     .body(r#"{"text": "hello"}"#)?;
/// let request = signer.sign(request)?;
/// let response = reqwest::Client::new().execute(request.try_into()?).await?;
/// # Ok(())
/// # }
/// ```
///
/// [guide]: https://support.huaweicloud.com/intl/en-us/usermanual-standard-modelarts/inference-modelarts-0025.html
#[derive(Clone, Debug)]
pub struct AppSigner {
    method: Method,
    stage: String,
}

#[derive(Clone, Debug)]
enum Method {
    Signature { app_key: String, app_secret: Secret },
    AppCode(Secret),
}

impl AppSigner {
    /// Creates a signer with an AppKey and an AppSecret.
    ///
    /// # Errors
    ///
    /// A value is empty, begins or ends with white space, or contains a control character.
    pub fn new(app_key: impl Into<String>, app_secret: impl Into<Secret>) -> Result<Self, Error> {
        let (app_key, app_secret) = (app_key.into(), app_secret.into());
        value::check("AppKey", &app_key)?;
        value::check("AppSecret", app_secret.expose())?;
        Ok(Self::of(Method::Signature { app_key, app_secret }))
    }

    /// Creates a signer with an AppCode, which it sends with each request in place of a signature.
    ///
    /// # Errors
    ///
    /// The AppCode is empty, begins or ends with white space, or contains a control character.
    pub fn with_app_code(app_code: impl Into<Secret>) -> Result<Self, Error> {
        let app_code = app_code.into();
        value::check("AppCode", app_code.expose())?;
        Ok(Self::of(Method::AppCode(app_code)))
    }

    /// Creates a signer with `HUAWEICLOUD_APP_KEY` and `HUAWEICLOUD_APP_SECRET`, or else with
    /// `HUAWEICLOUD_APP_CODE`, from the environment of this process.
    ///
    /// # Errors
    ///
    /// No variable is set, only one of key and secret is set, or a value is not valid.
    /// The error names the variables.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_environment(&Environment::process())
    }

    /// Creates a signer like [`from_env`](Self::from_env), with the variables of `environment`.
    ///
    /// # Errors
    ///
    /// Those of [`from_env`](Self::from_env).
    pub fn from_environment(environment: &Environment) -> Result<Self, Error> {
        let get = |name| environment.get(name).map_err(Error::credentials);
        match (get(APP_KEY)?, get(APP_SECRET)?) {
            (Some(app_key), Some(app_secret)) => Self::new(app_key, app_secret),
            (Some(_), None) => Err(incomplete(APP_KEY, APP_SECRET)),
            (None, Some(_)) => Err(incomplete(APP_SECRET, APP_KEY)),
            (None, None) => match get(APP_CODE)? {
                Some(app_code) => Self::with_app_code(app_code),
                None => Err(Error::credentials(format!(
                    "environment: none of {APP_KEY}, {APP_SECRET} and {APP_CODE} is set; set the \
                     first two, or the last one"
                ))),
            },
        }
    }

    fn of(method: Method) -> Self {
        Self { method, stage: RELEASE.to_owned() }
    }

    /// Sets the environment in which the API is published, the value of `X-Stage` in signed
    /// requests. By default `RELEASE`.
    pub fn stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = stage.into();
        self
    }

    /// Returns the request with the headers that authenticate it.
    ///
    /// The query is written in the form that is signed: sorted, each pair with its `=`. Headers
    /// that are set later are not signed, and headers and body that are signed must not change.
    /// The signature is valid for 15 minutes.
    ///
    /// `X-Stage` and `X-Sdk-Date` of the request are kept. A body of another media type than
    /// `application/json` is not signed: the request gets `X-Sdk-Content-Sha256:
    /// UNSIGNED-PAYLOAD`, as from the SDKs of the service.
    ///
    /// # Errors
    ///
    /// The URI is not absolute, an AppCode would be sent in plaintext to another machine, or a value
    /// cannot be sent in a header.
    pub fn sign<B: AsRef<[u8]>>(
        &self,
        request: http::Request<B>,
    ) -> Result<http::Request<B>, Error> {
        let (mut parts, body) = request.into_parts();
        self.sign_parts(&mut parts, Some(body.as_ref()))?;
        Ok(http::Request::from_parts(parts, body))
    }

    /// Authenticates a request whose body is elsewhere, for example in a request of reqwest. Pass
    /// `None` for a body that is not in memory, which is not signed then.
    ///
    /// ```
    /// # fn sign() -> Result<(), Box<dyn std::error::Error>> {
    /// use modelarts_app_auth::AppSigner;
    ///
    /// let signer = AppSigner::new("app key", "app secret")?;
    /// let request = reqwest::Request::new("POST".parse()?, "https://example.com/".parse()?);
    /// let (mut parts, body) = http::Request::<reqwest::Body>::try_from(request)?.into_parts();
    /// signer.sign_parts(&mut parts, body.as_bytes())?;
    /// let request = reqwest::Request::try_from(http::Request::from_parts(parts, body))?;
    /// assert!(request.headers().contains_key("Authorization"));
    /// # Ok(())
    /// # }
    /// # sign().unwrap();
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`sign`](Self::sign).
    pub fn sign_parts(&self, parts: &mut Parts, body: Option<&[u8]>) -> Result<(), Error> {
        // As HTTP clients send it: without a default port, and with a host in lower case.
        let mut url = absolute(parts)?;
        match &self.method {
            Method::AppCode(app_code) => {
                if url.scheme() != "https" && !is_loopback(url.host_str().unwrap_or_default()) {
                    return Err(Error::invalid_argument(
                        "request",
                        "an AppCode is not sent without TLS; use an `https` URI",
                    ));
                }
                parts.headers.insert(APP_CODE_HEADER, sensitive(app_code.expose(), "AppCode")?);
                Ok(())
            }
            Method::Signature { app_key, app_secret } => {
                let query = signing::canonical_query(url.query_pairs());
                url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
                parts.uri = url.as_str().parse().map_err(|_| not_absolute())?;
                let date = self.complete(&mut parts.headers, body)?;
                let authorization =
                    authorization(parts, &url, &query, body, app_key, app_secret, &date);
                let authorization = sensitive(&authorization, "AppKey")?;
                parts.headers.insert(AUTHORIZATION, authorization);
                Ok(())
            }
        }
    }

    /// Sets the headers that a signed request needs, and returns its date.
    fn complete(&self, headers: &mut HeaderMap, body: Option<&[u8]>) -> Result<String, Error> {
        headers.remove(AUTHORIZATION);
        if !headers.contains_key(STAGE_HEADER) {
            let stage = HeaderValue::from_str(&self.stage);
            let stage = stage
                .map_err(|_| Error::invalid_argument("stage", "cannot be sent in a header"))?;
            headers.insert(STAGE_HEADER, stage);
        }
        let media_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let is_signed = |media_type: &[u8]| {
            SIGNED_BODIES.iter().any(|signed| media_type.starts_with(signed.as_bytes()))
        };
        if body.is_none() || media_type.is_some_and(|media_type| !is_signed(media_type)) {
            headers.insert(CONTENT_HASH_HEADER, HeaderValue::from_static(UNSIGNED_PAYLOAD));
        }
        if let Some(date) = headers.get(DATE_HEADER) {
            let date = date.to_str().ok();
            return date.map(str::to_owned).ok_or_else(|| {
                Error::invalid_argument("request", "its header `X-Sdk-Date` is not a date")
            });
        }
        let date = timestamp::compact(SystemTime::now());
        headers.insert(DATE_HEADER, sensitive(&date, "date")?);
        Ok(date)
    }
}

fn incomplete(set: &str, missing: &str) -> Error {
    Error::credentials(format!("environment: {set} without {missing}; set both or none"))
}
