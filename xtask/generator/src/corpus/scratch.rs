//! A copy of the workspace, in which clients are generated and compiled.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::program;
use xtask::failure::Failure;
use xtask::workspace;

/// What became of a document.
pub enum Outcome {
    Compiles,
    /// Nothing was generated, because of these rules.
    Unsupported(BTreeSet<String>),
    /// The compiler reports this for what was generated.
    Broken(String),
}

/// A client that was generated, or not.
pub struct Generated {
    pub outcome: Outcome,
    /// The number of operations, as `generate` prints it.
    pub operations: String,
    /// How long `generate` took.
    pub time: Duration,
}

/// A copy of the workspace.
pub struct Scratch {
    copy: tempfile::TempDir,
    /// Where compiled dependencies are kept from one run to the next.
    target: PathBuf,
}

impl Scratch {
    /// Copies the workspace, without rotations: they are written by hand upon operations that only
    /// our document has.
    pub fn new() -> Result<Self, Failure> {
        workspace::require()?;
        let copy = tempfile::tempdir()?;
        copy_all(&workspace::file("."), copy.path())?;
        let lib = copy.path().join("client/src/lib.rs");
        let text = fs::read_to_string(&lib)?;
        let without = without_rotations(&text).ok_or_else(|| {
            Failure::Unusable("error: expected `mod rotation;` and its re-exports in lib.rs".into())
        })?;
        fs::write(lib, without)?;
        Ok(Self { copy, target: std::path::absolute(workspace::file("target/corpus"))? })
    }

    /// Generates a client and compiles it.
    pub fn generate(&self, document: &Path) -> Result<Generated, Failure> {
        let start = Instant::now();
        let mut command = program::command()?;
        command.args(["generate", "--out"]).arg(self.copy.path());
        let output = command.arg("--spec").arg(document).output()?;
        let time = start.elapsed();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let rules = rules(&errors);
        let outcome = match output.status.code() {
            Some(0) => self.compile()?,
            Some(2) if !rules.is_empty() => Outcome::Unsupported(rules),
            _ => {
                let document = document.display();
                return Err(Failure::Unusable(format!(
                    "error: generate failed without a rule for `{document}`: {errors}"
                )));
            }
        };
        let operations = printed.split(' ').next().unwrap_or_default().to_owned();
        Ok(Generated { outcome, operations, time })
    }

    fn compile(&self) -> Result<Outcome, Failure> {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["check", "--quiet", "--package", "modelarts-app-auth", "--message-format=short"])
            .arg("--target-dir")
            .arg(&self.target)
            .current_dir(self.copy.path())
            .output()?;
        if output.status.success() {
            return Ok(Outcome::Compiles);
        }
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let first = errors.lines().find(|line| line.contains("error"));
        Ok(Outcome::Broken(first.unwrap_or("cargo failed").to_owned()))
    }
}

fn without_rotations(lib: &str) -> Option<String> {
    let (before, rest) = lib.split_once("pub use rotation::{")?;
    let (_, after) = rest.split_once("};\n")?;
    let module = "mod rotation;\n";
    before.contains(module).then(|| [before, after].concat().replace(module, ""))
}

/// Returns the rules in what `generate` prints, each in brackets at the end of a line.
fn rules(printed: &str) -> BTreeSet<String> {
    let named = printed.lines().filter_map(|line| line.strip_suffix(']')?.rsplit_once('['));
    named.map(|(_, rule)| rule.to_owned()).collect()
}

/// Copies a folder without hidden files and what cargo compiled.
fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let (from, to) = (entry.path(), to.join(&name));
        if name == "target" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if from.is_dir() {
            fs::create_dir(&to)?;
            copy_all(&from, &to)?;
        } else {
            fs::copy(from, to)?;
        }
    }
    Ok(())
}
