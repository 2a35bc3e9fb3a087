//! The types in Rust of integers.

/// What the limits of 64 bits become where a document is written with doubles.
const ROUNDED: [(i128, i128); 2] =
    [(9_223_372_036_854_776_000, i64::MAX as i128), (1 << 64, u64::MAX as i128)];

/// Returns the type of an integer with this `format`, `minimum` and `maximum`, each as it is written.
/// It is that of the format, or a wider one if it does not hold a bound; `None` if none holds both.
///
/// ```
/// assert_eq!(mapping::integer("int32", None, Some("10")), Some("i32"));
/// assert_eq!(mapping::integer("", None, Some("18446744073709551615")), Some("u64"));
/// assert_eq!(mapping::integer("", Some("-1"), Some("18446744073709551615")), None);
/// ```
pub fn integer(format: &str, minimum: Option<&str>, maximum: Option<&str>) -> Option<&'static str> {
    let [minimum, maximum] = [minimum, maximum].map(|text| text.and_then(bound));
    let is_held = |ty: &&str| {
        let (least, most) = range(ty);
        minimum.is_none_or(|bound| bound >= least) && maximum.is_none_or(|bound| bound <= most)
    };
    [of_format(format), "i64", "u64"].into_iter().find(is_held)
}

fn of_format(format: &str) -> &'static str {
    match format {
        "int8" => "i8",
        "uint8" => "u8",
        "int16" => "i16",
        "uint16" => "u16",
        "int32" | "int" => "i32",
        "uint32" | "uint" => "u32",
        "uint64" => "u64",
        _ => "i64",
    }
}

fn bound(text: &str) -> Option<i128> {
    // A double is cut to a whole number; one that is too large becomes the largest.
    let bound = text.parse().ok().or_else(|| Some(text.parse::<f64>().ok()? as i128))?;
    let limit = ROUNDED.iter().find(|(rounded, _)| *rounded == bound);
    Some(limit.map_or(bound, |(_, limit)| *limit))
}

fn range(ty: &str) -> (i128, i128) {
    match ty {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, u64::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn type_holds_both_bounds() {
        for (format, minimum, maximum, ty) in [
            ("", None, None, Some("i64")),
            ("uint8", Some("0"), Some("255"), Some("u8")),
            ("uint8", None, Some("256"), Some("i64")),
            ("int32", Some("-2147483649"), None, Some("i64")),
            ("int64", Some("0"), Some("9223372036854775807"), Some("i64")),
            ("int64", Some("0"), Some("9223372036854775808"), Some("u64")),
            ("int64", Some("-9.223372036854776e18"), Some("9223372036854776000"), Some("i64")),
            ("", Some("0"), Some("1.8446744073709552e19"), Some("u64")),
            ("", Some("0"), Some("1e30"), None),
            ("", Some("x"), Some("1.5"), Some("i64")),
        ] {
            assert_eq!(integer(format, minimum, maximum), ty, "{format} {minimum:?} {maximum:?}");
        }
    }
}
