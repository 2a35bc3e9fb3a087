//! Path templates and their parameters.

use std::collections::HashMap;

use spec::{template_names, without_names};

use super::pairs::OperationPair;

/// Where each parameter first is in a path template, by its name.
pub fn positions(path: &str) -> HashMap<&str, usize> {
    let mut positions = HashMap::new();
    for (position, name) in template_names(path).enumerate() {
        positions.entry(name).or_insert(position);
    }
    positions
}

/// Whether the path has the same parameters in another order.
pub fn swaps(pair: &OperationPair) -> bool {
    let [old, new] = [pair.base.path, pair.head.path];
    !template_names(old).eq(template_names(new))
        && sorted_names(old) == sorted_names(new)
        && without_names(old) == without_names(new)
}

/// The names of the parameters in a path template, in the order of their letters.
pub fn sorted_names(path: &str) -> Vec<&str> {
    let mut names: Vec<_> = template_names(path).collect();
    names.sort_unstable();
    names
}
