//! Counts of characters as counts of bytes.

/// Turns character counts into byte offsets, as long as they come nearly in order: the steps from
/// one to the next then add up to the length of the text.
pub(super) struct Offsets<'s> {
    text: &'s str,
    /// Up to here both counts are the same.
    ascii: usize,
    /// The character and the byte that were asked for last.
    last: (usize, usize),
}

impl<'s> Offsets<'s> {
    pub fn of(text: &'s str) -> Offsets<'s> {
        let ascii = match text.is_ascii() {
            true => text.len(),
            false => text.bytes().take_while(u8::is_ascii).count(),
        };
        Offsets { text, ascii, last: (ascii, ascii) }
    }

    /// The byte at which a character starts; the end of the text for those beyond it.
    pub fn byte(&mut self, character: usize) -> usize {
        if character <= self.ascii {
            return character;
        }
        let (last, byte) = self.last;
        let byte = match character.checked_sub(last) {
            Some(steps) => self.forward(byte, steps),
            None => self.backward(byte, last - character),
        };
        self.last = (character, byte);
        byte
    }

    fn forward(&self, from: usize, steps: usize) -> usize {
        let passed = self.text.as_bytes().get(from..from + steps);
        if passed.is_some_and(<[u8]>::is_ascii) {
            return from + steps;
        }
        let after = self.text[from..].char_indices().nth(steps);
        after.map_or(self.text.len(), |(at, _)| from + at)
    }

    fn backward(&self, from: usize, steps: usize) -> usize {
        let before = self.text[..from].char_indices().nth_back(steps - 1);
        before.map_or(0, |(at, _)| at)
    }
}
