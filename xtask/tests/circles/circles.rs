//! Finds the circles of files, and the shortest way around each.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::arrows::Arrow;

type Files<'a> = BTreeSet<&'a str>;

/// Returns the largest sets of files each of which names every other one, through others or not.
pub fn circles(arrows: &BTreeSet<Arrow>) -> BTreeSet<Files<'_>> {
    let files: Files<'_> = arrows.iter().map(|arrow| &*arrow.from).collect();
    let reached: BTreeMap<&str, Files<'_>> =
        files.iter().map(|file| (*file, ways(arrows, file).into_keys().collect())).collect();
    let circle = |file: &&str| -> Files<'_> {
        let others = reached[*file].iter().copied();
        others.filter(|other| reached.get(other).is_some_and(|back| back.contains(file))).collect()
    };
    files.iter().map(circle).filter(|circle| !circle.is_empty()).collect()
}

/// Returns the shortest way from a file of a circle back to itself.
pub fn shortest<'a>(arrows: &'a BTreeSet<Arrow>, circle: &Files<'a>) -> Vec<&'a str> {
    let around = |file: &&'a str| {
        let ways = ways(arrows, file);
        let mut way = vec![*file];
        while way.len() == 1 || way.last() != Some(file) {
            way.extend(way.last().and_then(|at| ways.get(at)));
        }
        way.reverse();
        way
    };
    circle.iter().map(around).min_by_key(Vec::len).unwrap_or_default()
}

/// Returns each file that is reached from `from`, with the file before it on a shortest way.
fn ways<'a>(arrows: &'a BTreeSet<Arrow>, from: &str) -> BTreeMap<&'a str, &'a str> {
    let mut before = BTreeMap::new();
    let mut next = VecDeque::from([from.to_owned()]);
    while let Some(at) = next.pop_front() {
        let first = Arrow { from: at.clone(), to: String::new(), item: String::new() };
        for arrow in arrows.range(first..).take_while(|arrow| arrow.from == at) {
            if !before.contains_key(&*arrow.to) {
                before.insert(&*arrow.to, &*arrow.from);
                next.push_back(arrow.to.clone());
            }
        }
    }
    before
}
