//! The packages, tests and examples that commands of cargo name in the pages exist.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::pages::{ROOT, inline_code, pages, shell_lines};

/// The commands of cargo whose arguments are checked.
const COMMANDS: [&str; 5] = ["build", "doc", "publish", "run", "test"];

/// The names of all packages, and of all targets as `OPTION NAME`.
fn names() -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--format-version", "1", "--offline", "--locked"]);
    let output = cargo.current_dir(ROOT).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let mut names = BTreeSet::new();
    for package in metadata["packages"].as_array().expect("packages") {
        names.insert(format!("-p {}", text(&package["name"])));
        for target in package["targets"].as_array().expect("targets") {
            names.insert(format!("--{} {}", text(&target["kind"][0]), text(&target["name"])));
        }
    }
    names
}

#[test]
fn packages_tests_and_examples_exist() {
    let names = names();
    let mut faults = String::new();
    let mut count = 0;
    for (page, text) in pages() {
        for line in shell_lines(&text).into_iter().chain(inline_code(&text)) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let is_checked =
                matches!(words[..], ["cargo", command, ..] if COMMANDS.contains(&command));
            let pairs = words.windows(2).filter(|_| is_checked);
            for pair in pairs.filter(|pair| ["-p", "--test", "--example"].contains(&pair[0])) {
                count += 1;
                let name = pair.join(" ");
                if !names.contains(&name) && pair[1] != "PACKAGE" {
                    faults += &format!("{}: {line}: no {name}\n", page.display());
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(count > 10, "{count} names were checked");
}
