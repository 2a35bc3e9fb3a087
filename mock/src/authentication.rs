//! Authentication: the user who calls, and the project of the token.

use std::time::Duration;

use crate::equal::equal;
use crate::service_error::ServiceError;
use crate::signature::Signature;
use crate::signed_request::{LARGEST_SKEW, SignedRequest};
use crate::state::{AccessKey, State, User};

#[cfg(test)]
mod tests;

/// A key is locked after so many wrong signatures in a row.
const MOST_FAILURES: u32 = 5;

const LOCK: Duration = Duration::from_secs(5 * 60);

/// A caller who has authenticated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    pub user_id: String,
    /// The project of the token; a key is good for all of them.
    pub project_id: Option<String>,
}

impl State {
    /// The caller of a request; `now` in milliseconds since the Unix epoch.
    pub(crate) fn authenticate(
        &mut self,
        request: &SignedRequest,
        now: u64,
    ) -> Result<Caller, ServiceError> {
        match (request.header("x-auth-token"), request.header("authorization")) {
            (Some(token), _) => self.by_token(token, now),
            (None, Some(authorization)) => self.by_signature(authorization, request, now),
            (None, None) => Err(ServiceError::unauthenticated("x-auth-token not found")),
        }
    }

    fn by_token(&self, token: &str, now: u64) -> Result<Caller, ServiceError> {
        let known = self.tokens.iter().find(|known| equal(&known.token, token));
        let known = known.ok_or_else(|| ServiceError::unauthenticated("decrypt token fail"))?;
        if known.expires_at <= now {
            return Err(ServiceError::unauthenticated("token expires"));
        }
        let project_id = Some(known.project_id.clone());
        Ok(Caller { user_id: known.user_id.clone(), project_id })
    }

    fn by_signature(
        &mut self,
        authorization: &str,
        request: &SignedRequest,
        now: u64,
    ) -> Result<Caller, ServiceError> {
        let signature = Signature::parse(authorization);
        let signature = signature
            .ok_or_else(|| ServiceError::unauthenticated("Authorization format is wrong"))?;
        let (user_id, key) = self.access_key(signature.access)?;
        if key.locked_until > now {
            return Err(ServiceError::unauthenticated("the ak is locked"));
        }
        if let Err(why) = key.verify(&signature, request, now) {
            key.failures += 1;
            if key.failures >= MOST_FAILURES {
                key.failures = 0;
                key.locked_until = now + LOCK.as_millis() as u64;
            }
            return Err(ServiceError::unauthenticated(why));
        }
        key.failures = 0;
        Ok(Caller { user_id, project_id: None })
    }

    fn access_key(&mut self, access: &str) -> Result<(String, &mut AccessKey), ServiceError> {
        for User { id, access_keys, .. } in &mut self.users {
            if let Some(key) = access_keys.iter_mut().find(|key| key.access == access) {
                return Ok((id.clone(), key));
            }
        }
        Err(ServiceError::unauthenticated(&format!("ak {access} not exist")))
    }
}

impl AccessKey {
    fn verify(
        &self,
        signature: &Signature,
        request: &SignedRequest,
        now: u64,
    ) -> Result<(), &'static str> {
        if let Some(expected) = &self.security_token {
            let sent = request.header("x-security-token");
            if !sent.is_some_and(|sent| equal(expected, sent)) {
                return Err("x-security-token is wrong");
            }
        }
        let (_, date) = request.date().ok_or("x-sdk-date is missing or wrong")?;
        if date.abs_diff(now) > LARGEST_SKEW {
            return Err("x-sdk-date is off by more than 15 minutes");
        }
        match signature.is_of(&self.secret, request) {
            true => Ok(()),
            false => Err("verify aksk signature fail"),
        }
    }
}
