//! Tables in Markdown, and figures as people read them.

use std::time::Duration;

/// A table under `heads`.
pub fn table(heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut lines = vec![line(heads), line(&vec!["---"; heads.len()])];
    lines.extend(rows.into_iter().map(|cells| line(&cells)));
    lines.join("\n") + "\n"
}

fn line<T: AsRef<str>>(cells: &[T]) -> String {
    let cells = cells.iter().map(AsRef::as_ref).collect::<Vec<_>>();
    format!("| {} |", cells.join(" | "))
}

/// Milliseconds up to a second, then seconds.
pub fn time(duration: Duration) -> String {
    match duration.as_secs_f64() {
        seconds if seconds < 0.01 => format!("{:.1} ms", 1e3 * seconds),
        seconds if seconds < 1.0 => format!("{:.0} ms", 1e3 * seconds),
        seconds if seconds < 10.0 => format!("{seconds:.2} s"),
        seconds => format!("{seconds:.0} s"),
    }
}

/// In mebibytes, or kibibytes.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}

/// How many times `of` goes into `figure`.
pub fn ratio(figure: Duration, of: Duration) -> f64 {
    figure.as_secs_f64() / of.as_secs_f64().max(f64::EPSILON)
}
