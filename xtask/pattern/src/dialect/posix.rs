//! Classes of POSIX.

/// The characters of a class of POSIX.
pub fn posix(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "alpha" => "A-Za-z",
        "alnum" => "A-Za-z0-9",
        "ascii" => "\\x00-\\x7F",
        "blank" => " \\t",
        "cntrl" => "\\x00-\\x1F\\x7F",
        "digit" => "0-9",
        "graph" => "!-~",
        "lower" => "a-z",
        "print" => " -~",
        "punct" => "!-\\/:-@\\[-`{-~",
        "space" => "\\s",
        "upper" => "A-Z",
        "word" => "\\w",
        "xdigit" => "0-9A-Fa-f",
        _ => return None,
    })
}
