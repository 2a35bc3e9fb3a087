//! No files of a crate need each other in a circle, except the allowed ones.
//!
//! `cargo test -p xtask --test circles -- --nocapture` prints the circles that are left. `arrows.rs`
//! says what an arrow from a file to another is.

mod allowed;
mod arrows;
mod circles;
mod modules;
mod packages;
mod paths;
mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use allowed::ALLOWED;
use arrows::Arrow;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the repository")
}

#[test]
fn every_circle_of_files_is_allowed() {
    let mut all = BTreeSet::new();
    for (package, files) in packages::packages(root()) {
        let arrows = arrows::arrows(&files).unwrap_or_else(|error| panic!("{package}{error}"));
        all.extend(arrows.into_iter().map(|Arrow { from, to, item }| Arrow {
            from: format!("{package}{from}"),
            to: format!("{package}{to}"),
            item,
        }));
    }
    let mut left: BTreeMap<BTreeSet<&str>, &str> =
        ALLOWED.iter().map(|(reason, files)| (files.iter().copied().collect(), *reason)).collect();
    let mut faults = Vec::new();
    for circle in circles::circles(&all) {
        print(&all, &circle);
        match left.remove(&circle) {
            Some(reason) if !reason.is_empty() => println!("allowed: {reason}\n"),
            _ => {
                println!("not allowed\n");
                let files = Vec::from_iter(circle);
                faults
                    .push(format!("cut this, or allow it in allowed.rs:\n(\"why\", &{files:#?}),"));
            }
        }
    }
    faults.extend(
        left.keys().map(|files| format!("take from allowed.rs, no circle now: {files:#?}")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Prints the shortest circle in a circle, and its arrows with what they name.
fn print(arrows: &BTreeSet<Arrow>, circle: &BTreeSet<&str>) {
    println!("circle of {} files: {}", circle.len(), circles::shortest(arrows, circle).join(" → "));
    let mut items = BTreeMap::<_, Vec<&str>>::new();
    for Arrow { from, to, item } in arrows {
        if circle.contains(&**from) && circle.contains(&**to) {
            items.entry((from, to)).or_default().push(item);
        }
    }
    for ((from, to), items) in items {
        println!("  {from}:{} → {to}: {}", line(from, items[0]), items.join(", "));
    }
}

/// Returns the line in which a path is written, or the first one that has its last name.
fn line(file: &str, item: &str) -> usize {
    let text = fs::read_to_string(root().join(file)).unwrap_or_default();
    let name = item.rsplit("::").next().unwrap_or_default();
    let find = |of: &str| {
        let mut lines = text.lines().map(str::trim_start);
        lines.position(|line| !line.starts_with("//") && line.contains(of))
    };
    find(item).or_else(|| find(name)).unwrap_or_default() + 1
}
