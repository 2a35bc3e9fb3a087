//! The documents of all rules as files, for the fuzzers to start from.

use std::fs;
use std::path::PathBuf;

use lint::RULES;

use xtask::console;
use xtask::failure::Failure;

/// Where to write the documents.
#[derive(clap::Args)]
pub struct Arguments {
    /// Write the files into this folder, which is created if needed
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Writes a file for each document.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder).map_err(|error| Failure::unreadable(folder, &error))?;
    let mut count = 0;
    for rule in RULES.iter() {
        for (number, text) in rule.documents().enumerate() {
            let path = folder.join(format!("{}-{number}.yaml", rule.info.id));
            fs::write(&path, text).map_err(|error| Failure::unreadable(&path, &error))?;
            count += 1;
        }
    }
    console::out(&format!("{count} documents\n"));
    Ok(())
}
