//! The ways in which a request goes wrong.

use std::fmt;

/// What becomes of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// Nobody listens.
    Refused,
    ResetUnread,
    ResetRead,
    /// Answers the first request, which is not counted, and resets the connection on the next.
    ResetKept,
    /// Says nothing until the client goes away.
    Silence,
    /// Closes the connection before the end of the answer.
    Torn,
    /// Sends the end of the answer byte by byte, and never all of it.
    Drip,
    /// The success, declared to be something else.
    Plain,
    /// A success that is a web page, as from a captive portal.
    Page,
    /// A success that reports an error in its body.
    Reported,
    Redirect,
    Status(u16),
    /// With `Retry-After: 0`.
    BackSoon(u16),
    BadGateway,
}

impl Fault {
    pub const ALL: [Self; 25] = [
        Self::None,
        Self::Refused,
        Self::ResetUnread,
        Self::ResetRead,
        Self::ResetKept,
        Self::Silence,
        Self::Torn,
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
        Self::BackSoon(429),
        Self::Status(500),
        Self::BackSoon(500),
        Self::BadGateway,
        Self::Status(503),
        Self::BackSoon(503),
    ];

    /// Whether it ends only when the client loses patience.
    pub fn is_endless(self) -> bool {
        matches!(self, Self::Silence | Self::Drip)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Refused => f.write_str("connection refused"),
            Self::ResetUnread => f.write_str("reset, request unread"),
            Self::ResetRead => f.write_str("reset, request read"),
            Self::ResetKept => f.write_str("reset, kept connection"),
            Self::Silence => f.write_str("no answer in time"),
            Self::Torn => f.write_str("torn body"),
            Self::Drip => f.write_str("slow drip"),
            Self::Plain => f.write_str("200 JSON as text/plain"),
            Self::Page => f.write_str("200 web page"),
            Self::Reported => f.write_str("200 with an error"),
            Self::Redirect => f.write_str("302 elsewhere"),
            Self::Status(status) => write!(f, "{status}"),
            Self::BackSoon(status) => write!(f, "{status} Retry-After"),
            Self::BadGateway => f.write_str("502 web page"),
        }
    }
}
