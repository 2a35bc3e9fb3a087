//! Points in time as the platform writes them, always in UTC.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[cfg(test)]
mod tests;

const DAY: u64 = 24 * 60 * 60;

/// Days from 0000-03-01, the start of a leap-year cycle, to 1970-01-01.
const EPOCH: u64 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const CYCLE: u64 = 146_097;

/// `YYYYMMDDTHHMMSSZ`, the form of `X-Sdk-Date`. Times before 1970 are taken as 1970.
pub(crate) fn compact(time: SystemTime) -> String {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (year, month, day) = date(seconds / DAY);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Reads `YYYY-MM-DDTHH:MM:SS[.fraction]Z`, the form of IAM; the fraction is cut off.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, _) = time.split_once('.').unwrap_or((time, ""));
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(time, ':')?;
    let is_date =
        (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !is_date || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
    Some(UNIX_EPOCH + Duration::from_secs(seconds))
}

fn numbers(text: &str, separator: char) -> Option<[u64; 3]> {
    let numbers: Result<Vec<u64>, _> = text.split(separator).map(str::parse).collect();
    numbers.ok()?.try_into().ok()
}

/// The date which is so many days after 1970-01-01.
///
/// The year begins in March here, so that a leap day is its last and the lengths of the months
/// follow one formula.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + EPOCH;
    let day_of_cycle = days % CYCLE;
    let year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = 400 * (days / CYCLE) + year_of_cycle;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

/// The inverse of [`date`].
fn days(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    let day_of_cycle = 365 * (year % 400) + year % 400 / 4 - year % 400 / 100 + day_of_year;
    year / 400 * CYCLE + day_of_cycle - EPOCH
}
