//! Words for messages.

use spec::Kind as Json;

/// A type of JSON with its article.
pub fn kind(kind: Json) -> &'static str {
    match kind {
        Json::Null => "nothing",
        Json::Bool => "a boolean",
        Json::Number => "a number",
        Json::String => "a string",
        Json::Array => "a list",
        Json::Object => "an object",
    }
}

/// The known word that a wrong one was probably meant to be.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let bound = word.len().div_ceil(4).min(2);
    let near = known.map(|known| (distance(word, known), known));
    near.filter(|(distance, _)| *distance <= bound).min().map(|(_, known)| known)
}

/// How many letters to add, drop or change; case does not count.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<u8> = one.to_ascii_lowercase().into_bytes();
    let other: Vec<u8> = other.to_ascii_lowercase().into_bytes();
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = at;
        row[0] = at + 1;
        for (to, wanted) in other.iter().enumerate() {
            let change = corner + usize::from(letter != wanted);
            corner = row[to + 1];
            row[to + 1] = change.min(row[to] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
