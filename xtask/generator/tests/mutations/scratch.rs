//! A workspace with a client, and a program that uses it, for each of several documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::consumer::consumer;
use super::xtask;

/// A folder that stays, so that what did not change is not compiled again.
pub struct Scratch {
    folder: PathBuf,
    clients: Vec<String>,
}

/// What the compiler says of a client and its program.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Compiles,
    /// The program does not; the first error.
    Rejects(String),
    /// The client itself does not; the first error.
    Broken(String),
}

impl Scratch {
    pub fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutations");
        Self { folder, clients: Vec::new() }
    }

    /// Adds the client of a document, and gives the listing of its API.
    pub fn client(&mut self, name: &str, document: &Path) -> String {
        self.clients.push(format!("{name}/client"));
        let folder = self.folder.join(name);
        let [document, out] = [document, &folder].map(|path| path.to_str().expect("UTF-8"));
        xtask(&["generate", "--spec", document, "--out", out], 0);
        let root = workspace().join("client");
        let manifest = read(&root.join("Cargo.toml"));
        let (_, features) = manifest.split_once("[features]").expect("features");
        let (features, _) = features.split_once("[dev-dependencies]").expect("dependencies");
        let head = format!(
            "[package]\nname = \"{name}\"\nedition.workspace = true\n\n\
             [lib]\nname = \"modelarts_app_auth\"\n\n[features]"
        );
        self.write(&format!("{name}/client/Cargo.toml"), &(head + features));
        self.copy(&root.join("src"), &format!("{name}/client/src"));
        read(&folder.join("client/public-api.txt"))
    }

    /// Adds a program to a client that uses all that a listing has.
    pub fn consumer(&self, name: &str, listing: &str) -> usize {
        let (program, count) = consumer(listing);
        self.write(&format!("{name}/client/examples/consumer.rs"), &program);
        count
    }

    /// Compiles everything; an outcome for each client.
    pub fn check(&self) -> BTreeMap<String, Outcome> {
        let root = workspace();
        let manifest = read(&root.join("Cargo.toml"));
        let (head, members) = manifest.split_once("members = [").expect("members");
        let (_, rest) = members.split_once(']').expect("the end of the members");
        self.write("Cargo.toml", &format!("{head}members = {:?}{rest}", self.clients));
        self.write("Cargo.lock", &read(&root.join("Cargo.lock")));
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target directory");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([
            "check",
            "--offline",
            "--keep-going",
            "--message-format",
            "json",
            "--examples",
        ]);
        cargo.args(["--features", "blocking"]).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
        let output = cargo.output().expect("cargo runs");
        let messages = String::from_utf8_lossy(&output.stdout);
        let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let mut outcomes = BTreeMap::new();
        for message in messages {
            let path = message["manifest_path"].as_str().unwrap_or_default();
            let Ok(path) = Path::new(path).strip_prefix(&self.folder) else { continue };
            let name = path.iter().next().map(|name| name.to_string_lossy().into_owned());
            let is_example = message["target"]["kind"][0] == "example";
            let error = &message["message"];
            let outcome = match (message["reason"].as_str(), is_example) {
                (Some("compiler-artifact"), true) => Outcome::Compiles,
                (Some("compiler-message"), _) if error["level"] == "error" => {
                    let text = error["message"].as_str().unwrap_or_default().to_owned();
                    if is_example { Outcome::Rejects(text) } else { Outcome::Broken(text) }
                }
                _ => continue,
            };
            outcomes.entry(name.unwrap_or_default()).or_insert(outcome);
        }
        assert!(!outcomes.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        outcomes
    }

    /// Copies the sources that no document decides.
    fn copy(&self, from: &Path, to: &str) {
        for entry in fs::read_dir(from).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            match path.is_dir() {
                true if name == "generated" => {}
                true => self.copy(&path, &format!("{to}/{name}")),
                false => self.write(&format!("{to}/{name}"), &read(&path)),
            }
        }
    }

    /// Writes a file, unless it has that text already.
    fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        if fs::read_to_string(&path).ok().as_deref() != Some(text) {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, text).expect("a file");
        }
    }
}

pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
