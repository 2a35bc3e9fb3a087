//! What readers copy from README is what the workspace compiles and runs.

use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the code blocks of a language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let start = format!("```{language}\n");
    text.split(&start).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn first_program_is_the_example() {
    let readme = read("README.md");
    let example = read("client/examples/create_app.rs");
    let code = example.lines().filter(|line| !line.starts_with("//!")).collect::<Vec<_>>();
    assert_eq!(blocks(&readme, "rust"), [code.join("\n").trim_start().to_owned() + "\n"]);
}

#[test]
fn first_commands_generate_and_test() {
    let readme = read("README.md");
    let first = blocks(&readme, "sh").remove(0);
    let commands: Vec<_> = first.lines().filter_map(|line| line.split('#').next()).collect();
    let commands: Vec<_> = commands.iter().map(|command| command.trim()).collect();
    assert_eq!(commands, ["cargo xtask generate", "cargo test --workspace"]);
}

/// The step that lints in another repository, run as the workflow runs it: in this workspace, with
/// the document elsewhere.
#[test]
fn workflow_lints_a_document_of_another_repository() {
    let readme = read("README.md");
    let workflow = blocks(&readme, "yaml").concat();
    let step = workflow.lines().find_map(|line| line.trim().strip_prefix("- run: cargo xtask "));
    let step = step.expect("a step that lints");
    let folder = tempfile::tempdir().expect("a folder");
    let document = "openapi: 3.0.3\ninfo: {title: A}\npaths: {}\n";
    fs::write(folder.path().join("openapi.yaml"), document).expect("a document");
    let workspace = folder.path().to_str().expect("a path");
    let step = step.replace("\"$GITHUB_WORKSPACE", &format!("\"{workspace}")).replace('"', "");
    let mut lint = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = lint.args(step.split(' ')).current_dir(ROOT).output().expect("the command runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{printed}");
    assert!(printed.starts_with("::error file="), "{printed}");
    assert!(printed.contains("`version` is missing"), "{printed}");
}

#[test]
fn links_lead_to_files() {
    let readme = read("README.md");
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<_> =
        links.filter(|link| !link.contains("://") && !link.starts_with('#')).collect();
    assert!(files.len() > 8, "{files:?}");
    for file in files {
        assert!(Path::new(ROOT).join(file).exists(), "README.md links to {file}");
    }
}
