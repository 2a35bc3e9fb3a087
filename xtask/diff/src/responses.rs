//! Responses and their statuses.

/// A status, and the range or `default` that is for it where it has no response of its own.
pub fn beside(status: &str, covering: Option<&str>) -> String {
    match covering {
        Some(covering) => format!("{status} beside `{covering}`"),
        None => status.to_owned(),
    }
}

/// Whether a key of `responses` is for all statuses of another one.
pub fn covers(range: &str, status: &str) -> bool {
    let class = range
        .get(..1)
        .filter(|_| range.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("xx")));
    class.is_some_and(|class| status.starts_with(class))
}
