//! Times that the service counts since the Unix epoch.

use std::time::{Duration, SystemTime};

/// Returns the time so many milliseconds after the epoch; `None` if the system cannot represent it.
pub(crate) fn from_milliseconds(count: impl Into<i128>) -> Option<SystemTime> {
    from_epoch(count.into(), Duration::from_millis)
}

/// Returns the time so many seconds after the epoch; `None` if the system cannot represent it.
pub(crate) fn from_seconds(count: impl Into<i128>) -> Option<SystemTime> {
    from_epoch(count.into(), Duration::from_secs)
}

fn from_epoch(count: i128, unit: fn(u64) -> Duration) -> Option<SystemTime> {
    let duration = unit(u64::try_from(count.unsigned_abs()).ok()?);
    match count < 0 {
        true => SystemTime::UNIX_EPOCH.checked_sub(duration),
        false => SystemTime::UNIX_EPOCH.checked_add(duration),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn count_becomes_a_time_or_nothing() {
        let after = |time: Option<SystemTime>| {
            let duration = time?.duration_since(SystemTime::UNIX_EPOCH);
            Some(duration.map_or_else(
                |error| -i128::try_from(error.duration().as_nanos()).unwrap_or(i128::MAX),
                |duration| i128::try_from(duration.as_nanos()).unwrap_or(i128::MAX),
            ))
        };
        assert_eq!(
            after(from_milliseconds(1_683_173_880_900_i64)),
            Some(1_683_173_880_900_000_000)
        );
        assert_eq!(after(from_milliseconds(-1_i32)), Some(-1_000_000));
        assert_eq!(after(from_seconds(0_u8)), Some(0));
        assert_eq!(after(from_seconds(u32::MAX)), Some(4_294_967_295_000_000_000));
        assert_eq!(from_seconds(u64::MAX), None);
        assert_eq!(from_seconds(i128::MIN), None);
        for extreme in [i64::MIN, i64::MAX] {
            // Some systems cannot represent them; nothing panics.
            let _ = (from_milliseconds(extreme), from_seconds(extreme));
        }
    }
}
