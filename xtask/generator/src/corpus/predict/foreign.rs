//! A copy of the workspace without the code that needs the operations of our document.

use std::fs;
use std::io;
use std::path::Path;

use crate::corpus::scratch::Scratch;
use xtask::failure::Failure;

/// The files that are replaced: the generated tests stay, without the suites written by hand, and
/// so does the document of the mock server, without the server.
const REPLACED: [(&str, &str); 3] = [
    (
        "tests/src/lib.rs",
        "#![cfg(test)]\n#[allow(dead_code)]\nmod generated;\n#[allow(dead_code)]\nmod harness;\n",
    ),
    ("tests/src/harness.rs", "pub mod check;\npub mod prints;\npub mod server;\n"),
    (
        "mock/src/lib.rs",
        "pub const OPENAPI: &str = include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/openapi.yaml\"));\n",
    ),
];

/// A copy of the workspace that suits any document, which is made when it is needed first.
pub struct ForeignCopy {
    /// The number of the copy, because several are used at the same time.
    job: usize,
    scratch: Option<Scratch>,
}

impl ForeignCopy {
    pub fn new(job: usize) -> Self {
        Self { job, scratch: None }
    }

    /// Returns the copy, and makes it if there is none.
    pub fn scratch(&mut self) -> Result<&Scratch, Failure> {
        let scratch = match self.scratch.take() {
            Some(scratch) => scratch,
            None => {
                let scratch = Scratch::new(&format!("predict-{}", self.job))?;
                prepare(&scratch)?;
                scratch
            }
        };
        Ok(self.scratch.insert(scratch))
    }
}

/// Removes from a copy what is written by hand for our document: rotations, suites of tests, the
/// mock server, and the examples in the documentation of the client.
fn prepare(scratch: &Scratch) -> Result<(), Failure> {
    let root = scratch.workspace();
    for (path, text) in REPLACED {
        fs::write(root.join(path), text)?;
    }
    let source = root.join("client/src");
    let lib = source.join("lib.rs");
    let without = without_rotations(&fs::read_to_string(&lib)?).ok_or_else(|| {
        Failure::Unusable("error: expected `mod rotation;` and its re-exports in lib.rs".into())
    })?;
    fs::write(lib, without)?;
    Ok(remove_docs(&source)?)
}

fn without_rotations(lib: &str) -> Option<String> {
    let (before, rest) = lib.split_once("pub use rotation::{")?;
    let (_, after) = rest.split_once("};\n")?;
    let module = "mod rotation;\n";
    before.contains(module).then(|| [before, after].concat().replace(module, ""))
}

/// Removes the documentation from the sources below a folder, because its examples are doctests.
/// `generate` writes that of the generated sources again.
fn remove_docs(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_docs(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)?;
            let is_doc = |line: &&str| {
                let line = line.trim_start();
                line.starts_with("///") || line.starts_with("//!")
            };
            let lines: Vec<&str> = text.lines().filter(|line| !is_doc(line)).collect();
            fs::write(&path, lines.join("\n"))?;
        }
    }
    Ok(())
}
