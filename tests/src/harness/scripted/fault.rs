//! The faults of a scripted server.

use std::fmt;

/// The fault of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptedFault {
    None,
    /// No process listens on the port.
    Refused,
    ResetUnread,
    ResetRead,
    /// Responds to the first request, which is not counted, and resets the connection on the next.
    ResetKept,
    /// Sends nothing until the client closes the connection.
    Silence,
    /// Closes the connection before the end of the response.
    Truncated,
    /// Sends the end of the response byte by byte, and never all of it.
    Drip,
    /// The success, with another media type.
    Plain,
    /// A success that is a web page, as from a captive portal.
    Page,
    /// A success that reports an error in its body.
    Reported,
    Redirect,
    Status(u16),
    /// With `Retry-After: 0`.
    RetryAfter(u16),
    BadGateway,
}

impl ScriptedFault {
    pub const ALL: [Self; 25] = [
        Self::None,
        Self::Refused,
        Self::ResetUnread,
        Self::ResetRead,
        Self::ResetKept,
        Self::Silence,
        Self::Truncated,
        Self::Drip,
        Self::Plain,
        Self::Page,
        Self::Reported,
        Self::Redirect,
        Self::Status(401),
        Self::Status(403),
        Self::Status(404),
        Self::Status(408),
        Self::Status(409),
        Self::Status(413),
        Self::Status(429),
        Self::RetryAfter(429),
        Self::Status(500),
        Self::RetryAfter(500),
        Self::BadGateway,
        Self::Status(503),
        Self::RetryAfter(503),
    ];

    /// Whether only a timeout of the client ends it.
    pub fn is_endless(self) -> bool {
        matches!(self, Self::Silence | Self::Drip)
    }
}

impl fmt::Display for ScriptedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Refused => f.write_str("connection refused"),
            Self::ResetUnread => f.write_str("reset, request unread"),
            Self::ResetRead => f.write_str("reset, request read"),
            Self::ResetKept => f.write_str("reset, kept connection"),
            Self::Silence => f.write_str("no response in time"),
            Self::Truncated => f.write_str("truncated body"),
            Self::Drip => f.write_str("slow drip"),
            Self::Plain => f.write_str("200 JSON as text/plain"),
            Self::Page => f.write_str("200 web page"),
            Self::Reported => f.write_str("200 with an error"),
            Self::Redirect => f.write_str("302 elsewhere"),
            Self::Status(status) => write!(f, "{status}"),
            Self::RetryAfter(status) => write!(f, "{status} Retry-After"),
            Self::BadGateway => f.write_str("502 web page"),
        }
    }
}
