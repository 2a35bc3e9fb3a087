//! The types of integers.

/// The formats of integers that have a type, with the values that it holds.
const RANGES: [(&str, i128, i128); 10] = [
    ("int", i32::MIN as i128, i32::MAX as i128),
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    INT64,
    ("uint", 0, u32::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

/// The format of an integer without a known one.
const INT64: (&str, i128, i128) = ("int64", i64::MIN as i128, i64::MAX as i128);

/// Returns the format whose type holds all integers from `minimum` to `maximum`: the given one if it
/// does, or else `int64` or `uint64`. A bound that is not a number is ignored.
///
/// ```
/// assert_eq!(mapping::integer_format("int32", None, Some("4294967295")), "int64");
/// assert_eq!(mapping::integer_format("", Some("0"), Some("18446744073709551615")), "uint64");
/// assert_eq!(mapping::integer_format("int32", Some("1"), Some("100")), "int32");
/// ```
pub fn integer_format<'f>(
    format: &'f str,
    minimum: Option<&str>,
    maximum: Option<&str>,
) -> &'f str {
    let (minimum, maximum) = (minimum.and_then(bound), maximum.and_then(bound));
    let known = RANGES.iter().find(|(known, ..)| *known == format);
    let (_, least, most) = *known.unwrap_or(&INT64);
    let holds = |bound: Option<i128>| bound.is_none_or(|bound| (least..=most).contains(&bound));
    let is_large = maximum.is_some_and(|bound| bound > INT64.2);
    match () {
        () if holds(minimum) && holds(maximum) => format,
        () if is_large && minimum.is_none_or(|bound| bound >= 0) => "uint64",
        () => INT64.0,
    }
}

/// Reads a bound. A number such as 1e99 saturates.
fn bound(text: &str) -> Option<i128> {
    text.parse().ok().or_else(|| text.parse::<f64>().ok().map(|number| number as i128))
}
