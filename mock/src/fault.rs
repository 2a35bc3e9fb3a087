//! What goes wrong on purpose.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

/// Something that goes wrong with one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call is not carried out. A [`Trouble::Delay`] alone lets it go on after the wait.
    Before(Trouble),
    /// The call is carried out, then this befalls its answer.
    After(Trouble),
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// Nothing happens for this long.
    Delay(Duration),
    /// Nothing happens any more.
    Hang,
    /// The connection is reset (TCP RST) instead of an answer.
    Reset,
    /// The answer is this error status with a documented error body. 429 is without `Retry-After`.
    Status(u16),
    /// The answer is 429 with this many seconds as `Retry-After`.
    TooManyRequests(u32),
    /// The answer is the 502 page of a gateway, in HTML.
    Html,
    /// The answer breaks off in the middle of its body, its status being a success.
    Torn,
    /// The answer has its documented body one level deeper than documented, under `data`.
    Moved,
}

/// A call about which a rule of faults decides.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Asked<'a> {
    /// The operation, such as `ShowApigApp`.
    pub operation: &'a str,
    /// The path as it was sent.
    pub path: &'a str,
}

type Rule = Box<dyn FnMut(&Asked<'_>) -> Option<Fault> + Send>;

/// The faults that are to come.
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

    pub fn next(&mut self, asked: &Asked<'_>) -> Option<Fault> {
        let queued = self.next.get_mut(asked.operation).and_then(VecDeque::pop_front);
        queued.or_else(|| self.rule.as_mut()?(asked))
    }
}
