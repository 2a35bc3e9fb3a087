//! Every command compiles dependencies with the same features, so that none is compiled again.
//!
//! On other systems there are other dependencies, of which this is not known.
#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

const HELP: &str = "help: add the missing features to the dependency in features/Cargo.toml";

/// The published libraries, which ask for no more than they need. Their tests ask for more.
const LIBRARIES: [&str; 2] = ["modelarts-app-auth", "modelarts-app-auth-spec"];

/// The features of each package that a command compiles, as `cargo tree` prints them.
type Features = BTreeMap<String, BTreeSet<String>>;

fn cargo(arguments: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(arguments).args(["--offline", "--locked"]).current_dir(root).output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn features(selected: &[&str]) -> Features {
    let tree = ["tree", "--prefix", "none", "--format", "{p}|{f}|"];
    let mut features = Features::new();
    for line in cargo(&[&tree, selected].concat()).lines() {
        let mut fields = line.split('|').map(str::to_owned);
        if let (Some(package), Some(selected)) = (fields.next(), fields.next()) {
            features.entry(package).or_default().insert(selected);
        }
    }
    assert!(!features.is_empty(), "`cargo tree` printed nothing");
    features
}

fn members() -> BTreeSet<String> {
    let members = ["tree", "--workspace", "--depth", "0", "--edges", "normal", "--format", "{p}"];
    let tree = cargo(&members);
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn tests_of_the_workspace_compile_each_dependency_once() {
    let several: Vec<_> =
        features(&["--workspace"]).into_iter().filter(|(_, sets)| sets.len() > 1).collect();
    assert!(several.is_empty(), "compiled for each set of features: {several:#?}\n{HELP}");
}

#[test]
fn commands_for_one_member_compile_no_dependency_again() {
    let workspace = features(&["--workspace"]);
    let mut again = BTreeSet::new();
    for member in members() {
        // What `cargo test --package` and `--example` compile, then what a program needs.
        for edges in ["normal,build,dev", "normal,build"] {
            let is_run = edges == "normal,build";
            if is_run && LIBRARIES.contains(&&*member) {
                continue;
            }
            let mut selected = vec!["--package", &member, "--edges", edges];
            if is_run {
                // As `cargo xtask` builds the program of a member.
                selected.extend(["--package", "shared-features"]);
            }
            for (package, sets) in features(&selected) {
                let all = workspace.get(&package);
                if all != Some(&sets) {
                    again.insert(format!("{package} for {member}: {sets:?}, all: {all:?}"));
                }
            }
        }
    }
    assert!(again.is_empty(), "compiled again: {again:#?}\n{HELP}");
}
