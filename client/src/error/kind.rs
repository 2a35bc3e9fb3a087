//! The categories of failures.

/// The category of a failure, by whether the request was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A setting of the client is missing or wrong.
    Configuration,
    /// There are no credentials, or none could be fetched.
    Credentials,
    /// An argument of the call cannot be sent. Nothing was sent.
    InvalidArgument,
    /// There was no connection, the time of the call ended before the request was sent, or a
    /// rotation could not begin. The service did not receive the request.
    NotSent,
    /// The connection failed, or time ran out, after the request may have been sent. It is unknown
    /// whether the service processed it.
    MaybeSent,
    /// The service, or a gateway in front of it, refused the call: by its status, or by an error
    /// that it reports in the body of a successful response.
    Service,
    /// The service accepted the call, but its response is not what the operation guarantees.
    Undecodable,
    /// The service accepted the call and did a part of it; the message says what failed or is
    /// missing. Only `all_succeeded` of a [`Response`](crate::Response), [`Pages`](crate::Pages),
    /// [`Items`](crate::Items) and replacing an app return it.
    Incomplete,
}
