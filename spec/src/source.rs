//! The text of a document, and the line and column of an offset.

use std::{fs, io, path::Path, sync::OnceLock};

use crate::parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};

/// The most bytes of a document: offsets into it and into the strings decoded from it fit a `u32`.
const MAX_BYTES: usize = 1 << 30;

/// A document before it is read: its name and its text.
///
/// A byte order mark is removed, so that offsets count from the first character after it.
///
/// ```
/// let source = spec::Source::new("openapi.yaml", "info:\n  title: Apps\n");
/// assert_eq!(source.position(8).to_string(), "2:3");
/// ```
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    fault: Option<ParseDiagnostic>,
    lines: OnceLock<Lines>,
}

/// A place for people: line and column count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Source {
    /// Creates a source from a text in memory; `name` is its name in messages.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let fault = (text.len() > MAX_BYTES).then(too_large);
        Source { name: name.into(), text, fault, lines: OnceLock::new() }
    }

    /// Creates a source from bytes. If they are not UTF-8,
    /// [`Document::parse`](crate::Document::parse) returns the place.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Source {
        if let Some(encoding) = other_encoding(&bytes) {
            let mut source = Source::new(name, String::from_utf8_lossy(&bytes));
            source.fault.get_or_insert(ParseDiagnostic::new(
                ParseDiagnosticKind::Encoding,
                Span::character(&source.text, 0),
                format!("the text is in {encoding}, and only UTF-8 is read"),
                "save the file as UTF-8",
            ));
            return source;
        }
        match String::from_utf8(bytes) {
            Ok(text) => Source::new(name, text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let byte = error.as_bytes()[valid];
                let mut source = Source::new(name, String::from_utf8_lossy(error.as_bytes()));
                let bom = error.as_bytes().starts_with("\u{feff}".as_bytes());
                let start = (valid - if bom { '\u{feff}'.len_utf8() } else { 0 }) as u32;
                source.fault.get_or_insert(ParseDiagnostic::new(
                    ParseDiagnosticKind::Encoding,
                    Span { start, end: start + '\u{fffd}'.len_utf8() as u32 },
                    format!("byte 0x{byte:02X} is not valid UTF-8"),
                    "save the file as UTF-8",
                ));
                source
            }
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The error of the file system. [`Document::parse`](crate::Document::parse) checks the
    /// content.
    pub fn read(path: &Path) -> io::Result<Source> {
        let name = path.display().to_string();
        if fs::metadata(path)?.len() > MAX_BYTES as u64 {
            let fault = Some(too_large());
            return Ok(Source { name, text: String::new(), fault, lines: OnceLock::new() });
        }
        Ok(Source::from_bytes(name, fs::read(path)?))
    }

    /// Returns the name of the document in messages: the path, if it was read from a file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the line with this number, without its line break; an empty string after the last
    /// line.
    pub fn line(&self, number: u32) -> &str {
        let starts = &self.lines().starts;
        let Some(&start) = starts.get((number as usize).wrapping_sub(1)) else { return "" };
        let end = starts.get(number as usize).map_or(self.text.len(), |&next| next as usize);
        self.text[start as usize..end].trim_end_matches(['\r', '\n'])
    }

    /// Returns the line and column of a byte offset; those of the end if the offset is after it.
    pub fn position(&self, offset: u32) -> Position {
        let lines = self.lines();
        let offset = offset.min(self.text.len() as u32);
        let line = lines.starts.partition_point(|&start| start <= offset);
        let start = lines.starts[line - 1];
        let column = match &self.text.as_bytes()[start as usize..offset as usize] {
            near if near.len() < BLOCK => count(near),
            _ => lines.chars_before(&self.text, offset) - lines.chars_before(&self.text, start),
        };
        Position { line: line as u32, column: column + 1 }
    }

    /// The problem of the text that is known before it is parsed.
    pub(crate) fn fault(&self) -> Option<&ParseDiagnostic> {
        self.fault.as_ref()
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }
}

/// The encoding of a text that is not in UTF-8, by the first bytes (YAML 1.2.2, 5.2).
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0, 0, 0xFE, 0xFF, ..]
        | [0xFF, 0xFE, 0, 0, ..]
        | [0, 0, 0, 1..=0x7F, ..]
        | [1..=0x7F, 0, 0, 0, ..] => Some("UTF-32"),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, 1..=0x7F, ..] | [1..=0x7F, 0, ..] => {
            Some("UTF-16")
        }
        _ => None,
    }
}

fn too_large() -> ParseDiagnostic {
    let message = format!("the document is larger than {} MiB", MAX_BYTES >> 20);
    ParseDiagnostic::new(
        ParseDiagnosticKind::TooLarge,
        Span::default(),
        message,
        "split the document",
    )
}

/// Where lines start, and how many characters are before each block of a text that is not ASCII:
/// so a column costs the same on a line of 10 bytes as in a document that is a single line.
#[derive(Debug)]
struct Lines {
    starts: Vec<u32>,
    chars: Vec<u32>,
}

const BLOCK: usize = 4096;

impl Lines {
    fn of(text: &str) -> Lines {
        let breaks = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        let mut chars = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                chars.push(before);
                before += count(block);
            }
            chars.push(before);
        }
        Lines { starts, chars }
    }

    fn chars_before(&self, text: &str, offset: u32) -> u32 {
        let block = offset as usize / BLOCK;
        match self.chars.get(block) {
            Some(before) => before + count(&text.as_bytes()[block * BLOCK..offset as usize]),
            None => offset,
        }
    }
}

/// Characters that start in these bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}
