//! Faults that are injected into calls.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A fault that is injected into one call.
///
/// As JSON it is `{"before": {"status": 503}}` or `{"after": "reset"}`: the names in snake case, the
/// time of a delay in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The call is not carried out, except after a [`FaultKind::Delay`].
    Before(FaultKind),
    /// The call is carried out; the fault affects its response.
    After(FaultKind),
}

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The response is delayed for this long.
    #[serde(deserialize_with = "from_milliseconds", serialize_with = "to_milliseconds")]
    Delay(Duration),
    /// No response is sent, and the connection stays open.
    Hang,
    /// The connection is reset (TCP RST) instead of a response.
    Reset,
    /// The response has this error status code and a documented error body. 429 has no
    /// `Retry-After`.
    Status(u16),
    /// The response is 429 with this many seconds as `Retry-After`.
    TooManyRequests(u32),
    /// The response is the 502 page of a gateway, in HTML.
    Html,
    /// The response has a success status code, and the connection is reset in the middle of its
    /// body.
    Truncated,
    /// The documented body of the response is one level deeper than documented, below `data`.
    OtherShape,
}

fn from_milliseconds<'de, D: Deserializer<'de>>(json: D) -> Result<Duration, D::Error> {
    u64::deserialize(json).map(Duration::from_millis)
}

fn to_milliseconds<S: Serializer>(delay: &Duration, json: S) -> Result<S::Ok, S::Error> {
    json.serialize_u64(delay.as_millis().try_into().unwrap_or(u64::MAX))
}

/// A call for which a rule may inject a fault.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CallInfo<'a> {
    /// The operation, such as `ShowApigApp`.
    pub operation: &'a str,
    /// The path as it was sent.
    pub path: &'a str,
}

type Rule = Box<dyn FnMut(&CallInfo<'_>) -> Option<Fault> + Send>;

/// The faults that calls are to meet.
#[derive(Default)]
pub(crate) struct Faults {
    next: HashMap<String, VecDeque<Fault>>,
    rule: Option<Rule>,
}

impl Faults {
    pub fn push(&mut self, operation: &str, fault: Fault) {
        self.next.entry(operation.to_owned()).or_default().push_back(fault);
    }

    pub fn set_rule(&mut self, rule: Rule) {
        self.rule = Some(rule);
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    pub fn next(&mut self, call: &CallInfo<'_>) -> Option<Fault> {
        let queued = self.next.get_mut(call.operation).and_then(VecDeque::pop_front);
        queued.or_else(|| self.rule.as_mut()?(call))
    }
}
