//! The formats of numbers and strings. Of one that is not known here nothing is said.

use std::net::{Ipv4Addr, Ipv6Addr};

use spec::Decimal;

/// Whether a number fits a format.
pub fn number(format: &str, number: &Decimal) -> Option<bool> {
    let [least, most] = match format {
        "int32" => ["-2147483648", "2147483647"],
        "int64" => ["-9223372036854775808", "9223372036854775807"],
        _ => return None,
    };
    let bounds = Decimal::parse(least)?..=Decimal::parse(most)?;
    Some(bounds.contains(number))
}

/// Whether a string is of a format.
pub fn string(format: &str, text: &str) -> Option<bool> {
    let fits = match format {
        "byte" => is_base64(text),
        "date" => is_date(text),
        "date-time" => is_date_time(text),
        "email" => is_email(text),
        "hostname" => is_hostname(text),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "uri" => fluent_uri::Uri::parse(text).is_ok(),
        "uri-reference" | "uriref" => fluent_uri::UriRef::parse(text).is_ok(),
        "uuid" => is_uuid(text),
        _ => return None,
    };
    Some(fits)
}

/// Whether a text is an address and nothing more.
pub fn is_email(text: &str) -> bool {
    let options = email_address::Options::default().without_display_text();
    email_address::EmailAddress::parse_with_options(text, options).is_ok()
}

/// A name of RFC 1034 as the Internet has them: of RFC 1123, a digit may come first.
fn is_hostname(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        matches!(label.len(), 1..=63)
            && label.bytes().all(is_part)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() < 254 && text.strip_suffix('.').unwrap_or(text).split('.').all(is_label)
}

/// Base64, in lines or not, with its padding or without.
fn is_base64(text: &str) -> bool {
    let text: String = text.chars().filter(|char| !char.is_ascii_whitespace()).collect();
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
    let fits = if digits.len() == text.len() {
        digits.len() % 4 != 1
    } else {
        text.len().is_multiple_of(4)
    };
    digits.bytes().all(is_digit) && fits && text.len() - digits.len() <= 2
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
        2 => 28 + i32::from(leap),
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
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let zone = match offset.split_at_checked(1) {
        Some(("Z" | "z", "")) => Some(0),
        Some((sign @ ("+" | "-"), offset)) => parts(offset, [23, 59])
            .map(|[hours, minutes]| (hours * 60 + minutes) * if sign == "-" { -1 } else { 1 }),
        _ => None,
    };
    let Some(([hours, minutes, seconds], zone)) = parts(clock, [23, 59, 60]).zip(zone) else {
        return false;
    };
    // The sixtieth second is a leap second, which the last minute of a day has in UTC.
    let is_last = (hours * 60 + minutes - zone).rem_euclid(24 * 60) == 24 * 60 - 1;
    is_date(date) && fraction && (seconds < 60 || is_last)
}

/// The numbers of two digits between colons, none above its limit.
fn parts<const COUNT: usize>(text: &str, most: [i32; COUNT]) -> Option<[i32; COUNT]> {
    let all: Option<Vec<i32>> = text.split(':').map(|part| digits(part, 2)).collect();
    let all: [i32; COUNT] = all?.try_into().ok()?;
    all.iter().zip(most).all(|(part, most)| *part <= most).then_some(all)
}

fn digits(text: &str, len: usize) -> Option<i32> {
    let are_digits = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| are_digits)
}
