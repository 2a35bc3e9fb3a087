//! The formats of numbers and strings. One that is not known here allows everything.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a number fits a format.
pub fn number(format: &str, number: f64) -> bool {
    match format {
        "int32" => (-2_147_483_648.0..=2_147_483_647.0).contains(&number),
        "int64" => (-9.223_372_036_854_776e18..=9.223_372_036_854_776e18).contains(&number),
        _ => true,
    }
}

/// Whether a string is of a format.
pub fn string(format: &str, text: &str) -> bool {
    match format {
        "byte" => is_base64(text),
        "date" => is_date(text),
        "date-time" => is_date_time(text),
        "email" => email_address::EmailAddress::is_valid(text),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "uri" => fluent_uri::Uri::parse(text).is_ok(),
        "uri-reference" => fluent_uri::UriRef::parse(text).is_ok(),
        "uuid" => is_uuid(text),
        _ => true,
    }
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/\r\n".contains(&byte);
    digits.bytes().all(is_digit) && text.len() - digits.len() <= 2
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_hex = |part: &&str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(is_hex)
}

/// A `full-date` of RFC 3339.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// A `date-time` of RFC 3339.
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else { return false };
    let at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(at);
    let (seconds, fraction) = clock.split_once('.').map_or((clock, None), |(s, f)| (s, Some(f)));
    let fraction = fraction.is_none_or(|fraction| {
        !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
    });
    let zone = match offset.strip_prefix(['+', '-']) {
        Some(offset) => is_clock(offset, &[23, 59]),
        None => matches!(offset, "Z" | "z"),
    };
    // A leap second is the sixtieth.
    is_date(date) && is_clock(seconds, &[23, 59, 60]) && fraction && zone
}

fn is_clock(text: &str, most: &[u32]) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let fits = |(part, most): (&&str, &u32)| digits(part, 2).is_some_and(|value| value <= *most);
    parts.len() == most.len() && parts.iter().zip(most).all(fits)
}

fn digits(text: &str, len: usize) -> Option<u32> {
    let are_digits = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| are_digits)
}
