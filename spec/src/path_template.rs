//! Path templates: the text of a path with the names of its parameters in braces.

/// Returns the names of the parameters in a path template, in their order.
///
/// ```
/// assert!(spec::template_names("/apps/{app_id}/keys/{key}").eq(["app_id", "key"]));
/// ```
pub fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
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
