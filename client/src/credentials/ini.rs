//! The INI form of a credentials file.

/// A line that says something.
pub(super) enum Line<'a> {
    Section(&'a str),
    Pair(&'a str, &'a str),
}

/// A line that cannot be read. It quotes nothing, for the line may hold a secret.
#[derive(Debug, PartialEq)]
pub(super) struct Malformed {
    /// Counted from 1.
    pub(super) line: usize,
    pub(super) why: &'static str,
}

/// The lines of a file, without comments (`#` or `;` in front) and blank lines, and their numbers.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<(usize, Line<'_>), Malformed>> {
    let text = text.trim_start_matches('\u{feff}');
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with(['#', ';'])).map(
        |(number, line)| match read(line) {
            Ok(line) => Ok((number, line)),
            Err(why) => Err(Malformed { line: number, why }),
        },
    )
}

fn read(line: &str) -> Result<Line<'_>, &'static str> {
    if let Some(section) = line.strip_prefix('[') {
        let name = section.strip_suffix(']').ok_or("a section must end with `]`")?;
        return Ok(Line::Section(name.trim()));
    }
    let (name, value) =
        line.split_once(['=', ':']).ok_or("expected `[section]` or `name = value`")?;
    Ok(Line::Pair(name.trim(), value.trim()))
}
