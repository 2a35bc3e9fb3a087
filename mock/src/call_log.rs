//! The calls of the mock server, without secrets.

use std::collections::VecDeque;

use serde::Serialize;

use crate::fault::Fault;

/// How many calls are kept.
const MOST_CALLS: usize = 1000;

/// A call. Its values are left out: a path, a query or a body may contain a secret.
#[derive(Serialize)]
pub(crate) struct Call {
    pub operation: String,
    pub method: String,
    /// The template of the path.
    pub path: String,
    /// The status code of the response; none if no response was sent.
    pub status: Option<u16>,
    pub fault: Option<Fault>,
}

/// The latest calls, oldest first.
#[derive(Default)]
pub(crate) struct CallLog {
    calls: VecDeque<Call>,
    /// How many calls are not kept any more.
    dropped: usize,
}

impl CallLog {
    /// Adds a call, and returns its number.
    pub fn push(&mut self, call: Call) -> usize {
        if self.calls.len() == MOST_CALLS {
            self.calls.pop_front();
            self.dropped += 1;
        }
        self.calls.push_back(call);
        self.dropped + self.calls.len() - 1
    }

    /// Sets the status of a call, unless it is not kept any more.
    pub fn set_status(&mut self, number: usize, status: u16) {
        let index = number.checked_sub(self.dropped);
        if let Some(call) = index.and_then(|index| self.calls.get_mut(index)) {
            call.status = Some(status);
        }
    }

    pub fn calls(&self) -> &VecDeque<Call> {
        &self.calls
    }

    /// Forgets all calls. A call that is under way keeps its number, which no other one gets.
    pub fn clear(&mut self) {
        self.dropped += self.calls.len();
        self.calls.clear();
    }
}
