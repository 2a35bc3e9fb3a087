//! Numbers as JSON writes them, of any size and in any notation.

use std::borrow::Cow;

use serde_json::value::RawValue;

/// The text of a number; empty if the value is an empty text.
pub(super) struct Number<'a>(Cow<'a, str>);

impl<'a> Number<'a> {
    /// Reads a JSON value that is a number, a text with a number in it, or an empty text.
    pub(super) fn of(value: &'a str) -> Option<Self> {
        if !value.starts_with('"') {
            return is_number(value).then(|| Self(value.into()));
        }
        let text: String = serde_json::from_str(value).ok()?;
        let text = text.trim();
        (text.is_empty() || is_number(text)).then(|| Self(text.to_owned().into()))
    }

    /// The whole number, if it is one of this type.
    pub(super) fn whole<T: TryFrom<i128>>(&self) -> Option<T> {
        let (mantissa, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let after = after.trim_end_matches('0');
        let digits: i128 = format!("{before}{after}").parse().ok()?;
        if digits == 0 {
            return T::try_from(0).ok();
        }
        let shift = exponent.parse::<i64>().ok()? - after.len() as i64;
        let power = 10_i128.checked_pow(u32::try_from(shift.abs()).ok()?)?;
        let whole = if shift >= 0 {
            digits.checked_mul(power)?
        } else {
            (digits % power == 0).then_some(digits / power)?
        };
        T::try_from(whole).ok()
    }

    pub(super) fn double(&self) -> Option<f64> {
        self.0.parse().ok().filter(|value: &f64| value.is_finite())
    }

    pub(super) fn single(&self) -> Option<f32> {
        self.0.parse().ok().filter(|value: &f32| value.is_finite())
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok()
}
