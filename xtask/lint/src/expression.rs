//! Runtime expressions of links and callbacks.

/// What an expression that reads the request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestPart<'t> {
    Header(&'t str),
    Query(&'t str),
    Path(&'t str),
    /// Anything that no parameter declares.
    Other,
}

/// What is wrong with an expression, in words.
fn error(text: &str) -> Option<&'static str> {
    let Some(source) = text.strip_prefix("$request.").or(text.strip_prefix("$response.")) else {
        let known = ["$url", "$method", "$statusCode"].contains(&text);
        return (!known)
            .then_some("expected `$url`, `$method`, `$statusCode`, `$request.…` or `$response.…`");
    };
    if let Some(token) = source.strip_prefix("header.") {
        let is_token = !token.is_empty() && token.bytes().all(is_token);
        return (!is_token).then_some("expected a header name after `header.`");
    }
    if source.starts_with("query.") || source.starts_with("path.") {
        return None;
    }
    match source.strip_prefix("body") {
        None => Some("expected `header.`, `query.`, `path.` or `body` after the first `.`"),
        Some("") => None,
        Some(rest) => match rest.strip_prefix('#') {
            None => Some("expected `#` and a JSON pointer after `body`"),
            Some(pointer) => pointer_error(pointer),
        },
    }
}

/// The first error of a text that is meant as an expression, or of those in its braces.
pub fn first_error(text: &str) -> Option<String> {
    let whole = Some(text).filter(|text| is_meant(text));
    let all = whole.into_iter().chain(embedded(text).filter(|_| whole.is_none()));
    let mut errors = all.filter_map(|text| {
        Some(format!("`{text}` is not a valid runtime expression: {}", error(text)?))
    });
    errors.next()
}

fn pointer_error(pointer: &str) -> Option<&'static str> {
    let tilde = pointer.split('~').skip(1).any(|rest| !rest.starts_with(['0', '1']));
    if !pointer.is_empty() && !pointer.starts_with('/') {
        Some("the JSON pointer does not start with `/`")
    } else {
        tilde.then_some("the JSON pointer has a `~` without `0` or `1`")
    }
}

/// Whether a byte may stand in a token of HTTP, as the name of a header is one.
pub fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Whether a text means to be an expression; a constant may start with `$` as well.
fn is_meant(text: &str) -> bool {
    ["$url", "$method", "$statusCode", "$request", "$response"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// The expressions in the braces of a text.
pub fn embedded(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter(|rest| rest.starts_with('$'))
        .map(|rest| rest.split_once('}').map_or(rest, |(expression, _)| expression))
}

/// The parameter of the request that an expression reads, if it can be read itself.
pub fn request_part(text: &str) -> RequestPart<'_> {
    let source = text.strip_prefix("$request.").filter(|_| error(text).is_none());
    let source = source.unwrap_or_default();
    let of = |prefix: &str| source.strip_prefix(prefix);
    match (of("header."), of("query."), of("path.")) {
        (Some(name), ..) => RequestPart::Header(name),
        (_, Some(name), _) => RequestPart::Query(name),
        (.., Some(name)) => RequestPart::Path(name),
        _ => RequestPart::Other,
    }
}
