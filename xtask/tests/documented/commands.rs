//! The commands of `cargo xtask` in the pages work.
//!
//! Here run `lint` and `diff`, which need no network and compile nothing. The other commands start
//! cargo, git or another program; of these, only the names of the commands are checked.

use std::path::Path;
use std::process::{Command, Output};

use crate::pages::{ROOT, inline_code, pages, shell_lines};

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
fn commands_in_blocks_work() {
    let mut faults = String::new();
    let mut count = 0;
    for (page, text) in pages() {
        let lines = shell_lines(&text);
        for line in lines.iter().filter_map(|line| line.strip_prefix("cargo xtask ")) {
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

/// In tables and sentences, as far as `lint` and `diff` know: other commands have their options in
/// other programs.
#[test]
fn commands_in_sentences_have_options_that_exist() {
    let help = RUN.map(|command| {
        let output = xtask(&["help", command]);
        String::from_utf8(output.stdout).expect("UTF-8")
    });
    let mut faults = String::new();
    let mut count = 0;
    for (page, text) in pages() {
        for code in inline_code(&text) {
            let words: Vec<&str> = code.split_whitespace().collect();
            let ["cargo", "xtask", command, options @ ..] = words.as_slice() else { continue };
            if !command.starts_with('-') && !xtask(&["help", command]).status.success() {
                faults += &format!("{}: {code}\n", page.display());
            }
            let Some(known) = RUN.iter().position(|run| run == command) else { continue };
            for option in options.iter().filter(|option| option.starts_with("--")) {
                count += 1;
                let name = option.split('=').next().unwrap_or(option);
                if !help[known].split([' ', '\n']).any(|word| word == name) {
                    faults += &format!("{}: {code}: no option {name}\n", page.display());
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(count > 2, "{count} options were checked");
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
