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

/// The known word that a misspelt one probably means, whatever its case.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let bound = word.len().div_ceil(4).min(2);
    let word = word.to_ascii_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&word, &known.to_ascii_lowercase());
    let near = known.map(|known| (distance(known), known));
    near.filter(|(distance, _)| *distance <= bound).min().map(|(_, known)| known)
}
