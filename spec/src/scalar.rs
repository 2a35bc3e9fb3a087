//! What a plain scalar is by the core schema of YAML 1.2, and what its number is worth.

/// The type of a plain scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Null,
    Bool(bool),
    Integer,
    Float,
    String,
}

/// Tells the type of a plain scalar (YAML 1.2.2, 10.3.2); everything JSON writes is the same here.
pub(crate) fn plain(text: &str) -> Plain {
    let Some(first) = text.bytes().next() else { return Plain::Null };
    match first {
        b'0'..=b'9' | b'+' | b'-' | b'.' => number(text),
        _ => match text {
            "null" | "Null" | "NULL" | "~" => Plain::Null,
            "true" | "True" | "TRUE" => Plain::Bool(true),
            "false" | "False" | "FALSE" => Plain::Bool(false),
            _ => Plain::String,
        },
    }
}

fn number(text: &str) -> Plain {
    if let Some((radix, digits)) = radix(text) {
        let fits = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
        return if fits { Plain::Integer } else { Plain::String };
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(text, ".nan" | ".NaN" | ".NAN") || matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Plain::Float;
    }
    let (mantissa, exponent) = split(unsigned, ['e', 'E']);
    let (whole, fraction) = split(mantissa, ['.', '.']);
    let exponent = exponent.map(|part| part.strip_prefix(['-', '+']).unwrap_or(part));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits(whole)
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|part| digits(part) && !part.is_empty())
        && !(whole.is_empty() && fraction.is_none_or(str::is_empty));
    match (fraction, exponent) {
        _ if !number => Plain::String,
        (None, None) => Plain::Integer,
        _ => Plain::Float,
    }
}

fn split(text: &str, at: [char; 2]) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The whole number that a text of type integer writes, if it fits.
pub(crate) fn integer(text: &str) -> Option<i128> {
    match radix(text) {
        Some((radix, digits)) => i128::from_str_radix(digits, radix).ok(),
        None => text.parse().ok(),
    }
}

/// The closest double to a number's text, which may be infinite or not a number.
pub(crate) fn float(text: &str) -> f64 {
    if let Some((radix, digits)) = radix(text) {
        let digits = digits.chars().filter_map(|digit| digit.to_digit(radix));
        return digits.fold(0.0, |value, digit| value * f64::from(radix) + f64::from(digit));
    }
    match text {
        "-.inf" | "-.Inf" | "-.INF" => f64::NEG_INFINITY,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => f64::INFINITY,
        _ => text.parse().unwrap_or(f64::NAN),
    }
}

fn radix(text: &str) -> Option<(u32, &str)> {
    let hexadecimal = text.strip_prefix("0x").map(|digits| (16, digits));
    hexadecimal.or_else(|| text.strip_prefix("0o").map(|digits| (8, digits)))
}
