//! A contradiction.

/// Why no value fits, or why a part of it can never be sent.
#[derive(Clone)]
pub struct Contradiction {
    pub message: String,
    /// What to do here, if that of the rule does not fit as well.
    pub help: Option<String>,
}

impl Contradiction {
    pub fn new(message: String) -> Self {
        Self { message, help: None }
    }
}
