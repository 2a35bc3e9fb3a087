//! What tells most keys apart without reading them.

/// The length of a key, and a few of its bytes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hint([u8; 4]);

impl Hint {
    #[inline]
    pub fn of(key: &str) -> Hint {
        match key.as_bytes() {
            [] => Hint::default(),
            bytes @ [first, .., last] => {
                Hint([bytes.len() as u8, *first, bytes[bytes.len() / 2], *last])
            }
            [only] => Hint([1, *only, 0, 0]),
        }
    }
}

/// A bit for each hint of the keys of an object: a key whose bit is not set is not there. Most lookups
/// are of such a key.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hints(u16);

impl Hints {
    pub fn insert(&mut self, hint: Hint) {
        self.0 |= Self::bit(hint);
    }

    pub fn may_contain(self, hint: Hint) -> bool {
        self.0 & Self::bit(hint) != 0
    }

    fn bit(hint: Hint) -> u16 {
        // Fibonacci hashing: the upper bits of the product depend on all bytes.
        1 << (u32::from_le_bytes(hint.0).wrapping_mul(0x9E37_79B1) >> 28)
    }
}
