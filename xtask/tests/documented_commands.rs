//! The commands in the code blocks of the pages work.
//!
//! Here run `lint` and `diff`, which need no network and compile nothing. The other commands start
//! cargo, git or another program; of these, only the names of the commands are checked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The commands that this test runs.
const RUN: [&str; 2] = ["lint", "diff"];

/// Options with which a command writes files, or does not end.
const NOT_RUN: [&str; 3] = ["--fix", "--watch", "--write-baseline"];

/// What stands for a value of the reader, with a value that works for `lint` and for `diff`.
const PLACEHOLDERS: [(&str, [&str; 2]); 3] = [
    ("ID", ["path-duplicate", "property-removed"]),
    ("KIND", ["", "property-removed"]),
    ("RULE", ["path-duplicate", ""]),
];

#[test]
fn documented_commands_work() {
    let mut faults = String::new();
    let mut count = 0;
    for page in pages() {
        for line in commands(&fs::read_to_string(&page).expect("a page")) {
            let arguments: Vec<&str> = line.split_whitespace().collect();
            let output = match RUN.iter().position(|command| *command == arguments[0]) {
                Some(command) if !arguments.iter().any(|argument| NOT_RUN.contains(argument)) => {
                    count += 1;
                    xtask(
                        &arguments
                            .iter()
                            .map(|argument| filled_in(argument, command))
                            .collect::<Vec<_>>(),
                    )
                }
                _ => xtask(&["help", arguments[0]]),
            };
            // 1: something was found.
            if !matches!(output.status.code(), Some(0 | 1)) {
                let err = String::from_utf8_lossy(&output.stderr);
                faults += &format!("{}: cargo xtask {line}\n{err}\n", page.display());
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(count > 5, "{count} commands were run");
}

#[test]
fn first_example_of_lint_prints_the_documented_output() {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/lint/README.md")).expect("a page");
    let block = |language: &str| {
        let (_, rest) = page.split_once(&format!("```{language}\n")).expect("a block");
        rest.split_once("```").expect("the end of the block").0
    };
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("apps.yaml"), block("yaml")).expect("a document");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["lint", "apps.yaml", "--only", "valid,values"])
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let printed = [output.stdout, output.stderr].concat();
    assert_eq!(String::from_utf8_lossy(&printed), block("text"));
}

/// README and the other pages of the root, and those below `docs/`.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![Path::new(ROOT).to_owned(), Path::new(ROOT).join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                Some(extension) if extension == "md" => pages.push(path),
                None if folder.starts_with(Path::new(ROOT).join("docs")) => folders.push(path),
                _ => {}
            }
        }
    }
    pages
}

/// What follows `cargo xtask` in the lines of the blocks of a shell.
fn commands(page: &str) -> Vec<&str> {
    let blocks = page.split("```").skip(1).step_by(2);
    let shell = blocks.filter(|block| {
        ["sh\n", "console\n", "bash\n"].iter().any(|language| block.starts_with(language))
    });
    let lines = shell.flat_map(str::lines).map(|line| line.trim().trim_start_matches("$ "));
    let commands = lines.filter_map(|line| line.strip_prefix("cargo xtask "));
    commands.map(|line| line.split(" #").next().unwrap_or(line).trim()).collect()
}

/// An argument with a value in place of a placeholder, and `openapi.yaml` for a document of the reader.
fn filled_in(argument: &str, command: usize) -> &str {
    if argument.ends_with(".yaml") && !Path::new(ROOT).join(argument).exists() {
        return "openapi.yaml";
    }
    let known = PLACEHOLDERS.iter().find(|(placeholder, _)| *placeholder == argument);
    known.map_or(argument, |(_, values)| values[command])
}

fn xtask(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(ROOT).output().expect("the command runs")
}
