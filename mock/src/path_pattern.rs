//! Path templates, to which the paths of requests are compared.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Characters that a path cannot have. A client encodes them in the fixed parts of a template.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// A path template, split at each slash.
pub(crate) struct PathPattern {
    segments: Vec<Vec<Piece>>,
    rank: Vec<u8>,
}

enum Piece {
    /// A text, as it is in paths.
    Fixed(String),
    /// The name of a parameter, whose value is not empty.
    Name(String),
}

/// The name and the value of each parameter in a path.
pub(crate) type Parameters<'a> = Vec<(&'a str, &'a str)>;

impl PathPattern {
    pub fn new(template: &str) -> Self {
        let segments: Vec<_> = template.split('/').map(pieces).collect();
        let rank = |pieces: &Vec<Piece>| match pieces.as_slice() {
            [] | [Piece::Fixed(_)] => 0,
            [Piece::Name(_)] => 2,
            _ => 1,
        };
        Self { rank: segments.iter().map(rank).collect(), segments }
    }

    /// Returns the parameters of a path, encoded; `None` if the template is that of other paths.
    /// The path is split at each slash.
    pub fn parameters<'a>(&'a self, path: &[&'a str]) -> Option<Parameters<'a>> {
        if path.len() != self.segments.len() {
            return None;
        }
        let mut found = Vec::new();
        let mut segments = self.segments.iter().zip(path);
        segments.all(|(pieces, segment)| read(pieces, segment, &mut found)).then_some(found)
    }

    /// Returns a rank. Of the templates of a path, the one with the lowest rank is meant: a fixed
    /// segment comes before one with parameters, and that before one which is a parameter.
    pub fn rank(&self) -> &[u8] {
        &self.rank
    }
}

/// Returns the value of a parameter; `None` if it is not UTF-8.
pub(crate) fn decoded(value: &str) -> Option<String> {
    percent_decode_str(value).decode_utf8().ok().map(Into::into)
}

fn pieces(segment: &str) -> Vec<Piece> {
    let fixed = |text: &str| {
        let encoded = utf8_percent_encode(text, ENCODED).to_string();
        (!text.is_empty()).then_some(Piece::Fixed(encoded))
    };
    let (first, rest) = segment.split_once('{').unwrap_or((segment, ""));
    let mut pieces = Vec::from_iter(fixed(first));
    for part in rest.split('{').filter(|part| !part.is_empty()) {
        let (name, text) = part.split_once('}').unwrap_or((part, ""));
        pieces.push(Piece::Name(name.to_owned()));
        pieces.extend(fixed(text));
    }
    pieces
}

fn read<'a>(pieces: &'a [Piece], text: &'a str, found: &mut Parameters<'a>) -> bool {
    match pieces {
        [] => text.is_empty(),
        [Piece::Fixed(fixed), rest @ ..] => {
            text.strip_prefix(fixed.as_str()).is_some_and(|text| read(rest, text, found))
        }
        [Piece::Name(name)] => {
            found.push((name, text));
            !text.is_empty()
        }
        [Piece::Name(name), rest @ ..] => {
            let known = found.len();
            text.char_indices().skip(1).any(|(end, _)| {
                found.truncate(known);
                found.push((name, &text[..end]));
                read(rest, &text[end..], found)
            })
        }
    }
}
