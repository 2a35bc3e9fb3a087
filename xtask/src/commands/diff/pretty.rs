//! The report as text for people.

use super::report::{Reasons, Report, impacts, pointer, position};

/// Returns the report as text.
pub fn pretty(report: &Report) -> String {
    let (mut text, mut reasons) = (String::new(), Reasons::default());
    for group in report.groups() {
        text += &format!("{}\n\n", printable(&group.title));
        for change in group.changes {
            text += &format!(
                "{}: {} [{}]\n  {}\n  at {} ({})\n  was {}\n",
                change.impact.worst().label(),
                printable(&change.sentence()),
                change.kind.id,
                impacts(change.impact),
                position(change.head),
                printable(&pointer(change)),
                position(change.base),
            );
            for reason in reasons.new_of(change) {
                text += &format!("  note: {reason}\n");
            }
            text += "\n";
        }
    }
    for accepted in report.accepted {
        let sentence = printable(&accepted.change.sentence());
        text += &format!("accepted: {sentence} [{}]\n", accepted.change.kind.id);
        text += &format!("  reason: {}\n\n", printable(accepted.reason));
    }
    text += &format!("{}\n", report.summary());
    if let Some(opinion) = report.opinion {
        text += &format!("{opinion}\n");
    }
    if let Some(release) = report.release {
        text += &format!("{release}\n");
    }
    text
}

/// A text that cannot move the cursor.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| if character.is_control() { '\u{fffd}' } else { character })
        .collect()
}
