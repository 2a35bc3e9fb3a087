//! Path templates and their parameters.

use std::collections::HashMap;

use super::pairs::OperationPair;

/// The parts of a path template without the names of its parameters.
pub fn fixed(path: &str) -> String {
    let mut fixed = String::new();
    for (index, part) in path.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, rest)) if index > 0 => fixed.extend(["{}", rest]),
            _ => fixed.push_str(part),
        }
    }
    fixed
}

/// The names of the parameters in a path template, in their order.
pub fn segments(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// Where each parameter first is in a path template, by its name.
pub fn places(path: &str) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for (place, name) in segments(path).into_iter().enumerate() {
        places.entry(name).or_insert(place);
    }
    places
}

/// Whether the path has the same parameters in another order.
pub fn swaps(pair: &OperationPair) -> bool {
    let (old, new) = (segments(pair.base.path), segments(pair.head.path));
    old != new && sorted(old) == sorted(new) && fixed(pair.base.path) == fixed(pair.head.path)
}

/// Names in the order of their letters.
pub fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}
