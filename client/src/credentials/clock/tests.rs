//! Which refusals are the clock's fault.

use super::*;

const MINUTE: i64 = 60;

/// The service refuses what was signed just now, its clock being so many seconds ahead.
fn check(ahead_by: i64, is_clock_wrong: bool) {
    let clock = Clock::default();
    let signed = clock.now();
    let theirs = shifted(signed, ahead_by);
    assert_eq!(clock.correct(signed, theirs), is_clock_wrong, "{ahead_by}");
    let left = ahead(theirs, clock.now());
    assert_eq!(left.abs() <= 1, is_clock_wrong || ahead_by == 0, "{ahead_by}, left {left}");
    assert!(!clock.correct(clock.now(), clock.now()), "corrected once, it goes right");
}

#[test]
fn a_clock_is_wrong_from_about_fifteen_minutes_on() {
    check(0, false);
    check(13 * MINUTE, false);
    check(-13 * MINUTE, false);
    check(15 * MINUTE, true);
    check(-15 * MINUTE, true);
    check(60 * 24 * 365 * 50 * MINUTE, true);
}
