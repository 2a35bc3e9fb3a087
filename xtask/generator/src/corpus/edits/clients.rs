//! A workspace with a client for each document, and programs that use them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::consumer::consumer;
use crate::corpus::scratch::{self, Generated};
use xtask::failure::Failure;
use xtask::workspace;

/// A folder that stays, so that cargo does not compile again what did not change.
pub struct Clients {
    folder: PathBuf,
    target: PathBuf,
}

/// What `generate` does with a document.
pub enum Client {
    Written(Code),
    Refused,
}

/// What `generate` wrote for a document.
#[derive(Clone)]
pub struct Code {
    /// The name of the client in the workspace.
    pub name: String,
    /// The number of generated tests.
    pub tests: usize,
    /// The text of each generated file.
    pub files: BTreeMap<&'static str, String>,
}

/// The generated files with code: the other ones repeat the document.
const CODE: [&str; 5] = [
    "client/public-api.txt",
    "client/src/generated/api.rs",
    "client/src/generated/operations.rs",
    "client/src/generated/values.rs",
    "tests/src/generated.rs",
];

/// What the compiler says of a client and the program that uses it.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Compiles,
    /// The program does not compile; the first error.
    Rejects(String),
    /// The client itself does not compile; the first error.
    Broken(String),
}

impl Clients {
    /// Returns the workspace in this folder, which need not exist.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.join("clients"), target: folder.join("target") }
    }

    /// Generates the client of a document.
    ///
    /// # Errors
    /// `generate` fails without a rule of lint that says why.
    pub fn generate(&self, name: &str, document: &str) -> Result<Client, Failure> {
        let name = name.replace('/', "-");
        let (path, folder) = (format!("{name}/openapi.yaml"), self.folder.join(&name));
        self.write(&path, document)?;
        let tests = match scratch::generate(&self.folder.join(path), &folder)? {
            Generated::Written(summary) => summary.tests,
            Generated::Refused(_) => return Ok(Client::Refused),
            Generated::Failed(error) => {
                return Err(Failure::Unusable(format!("error: cannot generate {name}: {error}")));
            }
        };
        let files = CODE.iter().map(|path| Ok((*path, read(&folder.join(path))?)));
        let files = files.collect::<Result<_, Failure>>()?;
        Ok(Client::Written(Code { name, tests, files }))
    }

    /// Adds what is written by hand to a client, and a program that uses all of a listing.
    pub fn add(&self, client: &str, listing: &str) -> Result<(), Failure> {
        let root = workspace::file("client");
        let manifest = read(&root.join("Cargo.toml"))?;
        let features = between(&manifest, "[features]", "[dev-dependencies]")?;
        let manifest = format!(
            "[package]\nname = \"{client}\"\nedition.workspace = true\n\n\
             [lib]\nname = \"modelarts_app_auth\"\n\n[features]{features}"
        );
        self.write(&format!("{client}/client/Cargo.toml"), &manifest)?;
        self.copy(&root.join("src"), &format!("{client}/client/src"))?;
        self.write(&format!("{client}/client/examples/consumer.rs"), &consumer(listing))
    }

    /// Compiles these clients with their programs.
    pub fn check(&self, clients: &[String]) -> Result<BTreeMap<String, Verdict>, Failure> {
        let manifest = read(&workspace::file("Cargo.toml"))?;
        let members = between(&manifest, "members = [", "]")?;
        let own: Vec<String> = clients.iter().map(|name| format!("{name}/client")).collect();
        let own = format!("{own:?}");
        let manifest = manifest.replacen(members, own.trim_matches(['[', ']']), 1);
        self.write("Cargo.toml", &manifest)?;
        self.write("Cargo.lock", &read(&workspace::file("Cargo.lock"))?)?;
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(["check", "--offline", "--keep-going", "--message-format", "json"]);
        cargo.args(["--examples", "--features", "blocking"]).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        let output = cargo.output()?;
        let verdicts = self.verdicts(&String::from_utf8_lossy(&output.stdout));
        match verdicts.is_empty() && !clients.is_empty() {
            true => Err(Failure::Unusable(format!(
                "error: cannot compile clients: {}",
                String::from_utf8_lossy(&output.stderr)
            ))),
            false => Ok(verdicts),
        }
    }

    /// Reads the messages of cargo.
    fn verdicts(&self, messages: &str) -> BTreeMap<String, Verdict> {
        let mut verdicts = BTreeMap::new();
        let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        for message in messages {
            let path = message["manifest_path"].as_str().unwrap_or_default();
            let Ok(path) = Path::new(path).strip_prefix(&self.folder) else { continue };
            let name = path.iter().next().map(|name| name.to_string_lossy().into_owned());
            let is_program = message["target"]["kind"][0] == "example";
            let error = &message["message"];
            let verdict = match (message["reason"].as_str(), is_program) {
                (Some("compiler-artifact"), true) => Verdict::Compiles,
                (Some("compiler-message"), _) if error["level"] == "error" => {
                    let text = error["message"].as_str().unwrap_or_default().to_owned();
                    if is_program { Verdict::Rejects(text) } else { Verdict::Broken(text) }
                }
                _ => continue,
            };
            verdicts.entry(name.unwrap_or_default()).or_insert(verdict);
        }
        verdicts
    }

    /// Copies the sources of the client that are not generated.
    fn copy(&self, from: &Path, to: &str) -> Result<(), Failure> {
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match path.is_dir() {
                true if name == "generated" => {}
                true => self.copy(&path, &format!("{to}/{name}"))?,
                false => self.write(&format!("{to}/{name}"), &read(&path)?)?,
            }
        }
        Ok(())
    }

    /// Writes a file, unless it has that text already.
    fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        if fs::read_to_string(&path).ok().as_deref() != Some(text) {
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(&path, text)?;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::unreadable(path, &error))
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Result<&'t str, Failure> {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    let inner = rest.and_then(|rest| rest.split_once(end)).map(|(inner, _)| inner);
    inner.ok_or_else(|| Failure::Unusable(format!("error: expected `{start}` in a Cargo.toml")))
}
