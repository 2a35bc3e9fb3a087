//! Reads the sources of every package in the repository.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The text of each file by its path from the folder of the package.
pub type Files = BTreeMap<String, String>;

/// Returns the files in `src` of each package, by the folder of the package.
pub fn packages(root: &Path) -> BTreeMap<String, Files> {
    let mut packages = BTreeMap::new();
    find(root, "", &mut packages);
    packages
}

fn find(folder: &Path, name: &str, packages: &mut BTreeMap<String, Files>) {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    if manifest.contains("[package]") {
        let mut files = Files::new();
        read(&folder.join("src"), "src/", &mut files);
        packages.insert(name.to_owned(), files);
    }
    for (child, is_folder) in entries(folder) {
        if is_folder && child != "target" && child != "src" && !child.starts_with('.') {
            find(&folder.join(&child), &format!("{name}{child}/"), packages);
        }
    }
}

/// Generated files are kept without their text: nobody can cut what they import.
fn read(folder: &Path, prefix: &str, files: &mut Files) {
    for (name, is_folder) in entries(folder) {
        let path = folder.join(&name);
        if is_folder {
            read(&path, &format!("{prefix}{name}/"), files);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).expect("a readable source");
            let mut head = text.lines().take_while(|line| line.starts_with("//"));
            let is_generated = head.any(|line| line.contains("@generated"));
            files
                .insert(prefix.to_owned() + &name, if is_generated { String::new() } else { text });
        }
    }
}

fn entries(folder: &Path) -> Vec<(String, bool)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
        .collect()
}
