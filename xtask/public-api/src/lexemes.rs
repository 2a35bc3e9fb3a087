//! Splits Rust source into lexemes: words, literals, comments, and all else character by character.

/// Returns the lexemes of a text, which together are the text.
pub fn lexemes(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (lexeme, after) = rest.split_at(length(rest)?);
        rest = after;
        Some(lexeme)
    })
}

/// Returns whether a lexeme is a comment, be it documentation or not.
pub fn is_comment(lexeme: &str) -> bool {
    lexeme.starts_with("//") || lexeme.starts_with("/*")
}

/// Returns the length of the first lexeme. One that has no end is the rest of the text.
fn length(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let length = match first {
        '"' => quoted(text),
        '\'' => character(text),
        '/' if text.starts_with("//") => text.find('\n'),
        '/' if text.starts_with("/*") => block_comment(text),
        _ if is_in_word(first) => word(text),
        _ => Some(first.len_utf8()),
    };
    Some(length.unwrap_or(text.len()))
}

fn quoted(text: &str) -> Option<usize> {
    let mut is_escaped = true;
    let end = text.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map(|end| end + 1)
}

/// Returns the length of a character in quotes, or of the quote that begins a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    match (chars.next()?, chars.next()?) {
        // The character after a backslash may be a quote.
        ((_, '\\'), (_, escaped)) => {
            let begin = 2 + escaped.len_utf8();
            text[begin..].find('\'').map(|end| begin + end + 1)
        }
        (_, (end, '\'')) => Some(end + 1),
        _ => Some(1),
    }
}

fn block_comment(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0, 0);
    loop {
        at += text[at..].find(['/', '*'])?;
        match text.as_bytes().get(at..at + 2)? {
            b"/*" => depth += 1,
            b"*/" if depth == 1 => return Some(at + 2),
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
    }
}

/// Returns the length of a word, with the literal or the raw name that begins with it.
fn word(text: &str) -> Option<usize> {
    let end = text.find(|c| !is_in_word(c))?;
    let (word, rest) = text.split_at(end);
    if !matches!(word, "r" | "br" | "cr") {
        return Some(end);
    }
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    match rest[hashes..].strip_prefix('"') {
        Some(literal) => {
            let close = format!("\"{}", &rest[..hashes]);
            literal.find(&close).map(|length| end + hashes + 1 + length + close.len())
        }
        // A raw name: the word after it is no keyword.
        None => Some(end + hashes + rest[hashes..].find(|c| !is_in_word(c))?),
    }
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
