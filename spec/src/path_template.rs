//! Path templates: the text of a path with the names of its parameters in braces.

/// Returns the names of the parameters in a path template, in their order.
///
/// ```
/// assert!(spec::template_names("/apps/{app_id}/keys/{key}").eq(["app_id", "key"]));
/// ```
pub fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// Returns the names of the parameters in a path template, each with the text between it and the
/// parameter before it in the same segment of the path; `None` for the first of a segment.
///
/// ```
/// let names = spec::separated_template_names("/a/{b}/{c}.{d}{e}");
/// assert!(names.eq([("b", None), ("c", None), ("d", Some(".")), ("e", Some(""))]));
/// ```
pub fn separated_template_names(path: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let pieces = path.split('{').map(|piece| piece.split_once('}').unwrap_or(("", piece)));
    let separators = pieces
        .clone()
        .map(|(_, fixed)| fixed)
        .enumerate()
        .map(|(index, fixed)| (index > 0 && !fixed.contains('/')).then_some(fixed));
    pieces.skip(1).map(|(name, _)| name).zip(separators)
}

/// Returns a path template with empty braces.
///
/// ```
/// assert_eq!(spec::without_names("/apps/{app_id}/keys"), "/apps/{}/keys");
/// ```
pub fn without_names(path: &str) -> String {
    let mut fixed = String::new();
    for (index, part) in path.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, rest)) if index > 0 => fixed.extend(["{}", rest]),
            _ => fixed.push_str(part),
        }
    }
    fixed
}
