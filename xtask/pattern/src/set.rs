//! The characters that a part of a pattern may be.

use regress::Regex;

/// What regress says of single characters; of those of ASCII it is asked once.
pub struct Set {
    ascii: u128,
    regex: Regex,
}

impl Set {
    /// Reads a part of a pattern that is one character long: a class, an escape or a dot.
    pub fn new(part: &str, flags: &str) -> Option<Self> {
        let regex = Regex::with_flags(&format!("^(?:{part})$"), flags).ok()?;
        let is_in = |byte: &u8| is_match(&regex, char::from(*byte));
        let ascii = (0..128).filter(is_in).fold(0, |set, byte| set | 1 << byte);
        Some(Self { ascii, regex })
    }

    pub fn has(&self, char: char) -> bool {
        match char.is_ascii() {
            true => self.ascii & 1 << u32::from(char) != 0,
            false => is_match(&self.regex, char),
        }
    }
}

fn is_match(regex: &Regex, char: char) -> bool {
    regex.find(char.encode_utf8(&mut [0; 4])).is_some()
}
