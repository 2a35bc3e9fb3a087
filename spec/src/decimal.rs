//! Numbers exactly as they are written, of any size.

use std::cmp::Ordering;

use crate::node::Node;

/// A number: zero, point, digits, times a power of ten. Equal numbers have equal parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    is_negative: bool,
    power: i64,
    /// Without zeros at either end; zero has none.
    digits: String,
}

impl Decimal {
    /// Returns the number that a node is, unless it is infinite or none.
    pub fn of(node: Node) -> Option<Self> {
        let text = node.number_text()?;
        // Hexadecimal and octal.
        let whole = || node.as_u64().map(|whole| whole.to_string());
        if is_radix(text) { Self::parse(&whole()?) } else { Self::parse(text) }
    }

    /// Returns the number that a text in base ten writes.
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let significant = all.trim_start_matches('0');
        let zeros = (all.len() - significant.len()) as i64;
        let power = exponent.parse::<i64>().ok()?.checked_add(whole.len() as i64 - zeros)?;
        let digits = significant.trim_end_matches('0').to_owned();
        let is_zero = digits.is_empty();
        Some(Self {
            is_negative: text.starts_with('-') && !is_zero,
            power: if is_zero { i64::MIN } else { power },
            digits,
        })
    }

    /// Returns whether it is above zero.
    pub fn is_positive(&self) -> bool {
        !self.is_negative && !self.digits.is_empty()
    }

    /// Returns whether it is a whole number of at least zero.
    pub fn is_count(&self) -> bool {
        !self.is_negative && self.is_whole()
    }

    /// Returns whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        self.digits.is_empty()
            || i64::try_from(self.digits.len()).is_ok_and(|len| len <= self.power)
    }

    /// Returns the greatest whole number that is not above it, unless it has more than 36 digits.
    pub fn floor(&self) -> Option<i128> {
        let power = usize::try_from(self.power.max(0)).ok().filter(|power| *power <= 36)?;
        let digits = self.digits.get(..power).unwrap_or(&self.digits);
        let whole: i128 = format!("0{digits:0<power$}").parse().ok()?;
        Some(match self.is_negative {
            true => -whole - i128::from(!self.is_whole()),
            false => whole,
        })
    }

    /// Returns whether it is a whole number of steps, as far as that can be told.
    pub fn is_multiple(&self, step: &Self) -> Option<bool> {
        let divisor: u128 = step.digits.parse().ok().filter(|_| step.digits.len() <= 36)?;
        if self.digits.is_empty() {
            return Some(true);
        }
        // Both as whole numbers, and by how many zeros the first is longer.
        let last = |number: &Self| number.power.checked_sub(number.digits.len() as i64);
        let zeros = last(self)?.checked_sub(last(step)?)?;
        let left = |left: u128, digit: u8| (left * 10 + u128::from(digit)) % divisor;
        let whole = self.digits.bytes().map(|byte| byte - b'0').fold(0, left);
        // A divisor of 36 digits has no more factors two and five than 120.
        Some(zeros >= 0 && (0..zeros.min(120)).fold(whole, |rest, _| left(rest, 0)) == 0)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        fn size(number: &Decimal) -> (i64, &str) {
            (number.power, &number.digits)
        }
        match (self.is_negative, other.is_negative) {
            (false, false) => size(self).cmp(&size(other)),
            (true, true) => size(other).cmp(&size(self)),
            (one, other) => other.cmp(&one),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Returns whether a number is of type `integer`: written without fraction and exponent.
pub fn is_integer(text: &str) -> bool {
    is_radix(text) || !text.contains(['.', 'e', 'E'])
}

fn is_radix(text: &str) -> bool {
    text.starts_with("0x") || text.starts_with("0o")
}
