//! Dates that are easy to get wrong.

use super::*;

/// `seconds` since 1970 are the same point in time as `compact` and `long`.
fn check(seconds: u64, compact_form: &str, long_form: &str) {
    let time = UNIX_EPOCH + Duration::from_secs(seconds);
    assert_eq!(compact(time), compact_form);
    assert_eq!(parse(long_form), Some(time), "{long_form}");
}

#[test]
fn both_forms_name_the_same_second() {
    check(0, "19700101T000000Z", "1970-01-01T00:00:00Z");
    check(68_169_599, "19720228T235959Z", "1972-02-28T23:59:59Z");
    check(68_169_600, "19720229T000000Z", "1972-02-29T00:00:00.000Z");
    check(951_868_799, "20000229T235959Z", "2000-02-29T23:59:59Z");
    check(951_868_800, "20000301T000000Z", "2000-03-01T00:00:00Z");
    check(1_578_128_722, "20200104T090522Z", "2020-01-04T09:05:22.701000Z");
    check(4_107_542_399, "21000228T235959Z", "2100-02-28T23:59:59Z");
    check(4_107_542_400, "21000301T000000Z", "2100-03-01T00:00:00Z");
    check(253_402_300_799, "99991231T235959Z", "9999-12-31T23:59:59.9Z");
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "2020-01-04",
        "2020-01-04T09:05:22",
        "2020-13-04T09:05:22Z",
        "2020-00-04T09:05:22Z",
        "2020-01-32T09:05:22Z",
        "1969-01-04T09:05:22Z",
        "2020-01-04T24:05:22Z",
        "2020-01-04T09:60:22Z",
        "2020-01-04T09:05Z",
        "2020-01-04-04T09:05:22Z",
        "99999999999999999999-01-04T09:05:22Z",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}
