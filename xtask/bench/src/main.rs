//! Measures the commands and the client, beside others, and writes `docs/benchmarks.md`.

mod alone;
mod chart;
mod machine;
mod page;
mod process;
mod sections;
mod sizes;
mod synthetic;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use sections::Section;

/// What can go wrong is said to a person who can look into it.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Measures the commands and the client, and writes docs/benchmarks.md
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Arguments {
    /// What to measure; the other sections of the page stay as they are [default: all]
    #[arg(value_enum)]
    sections: Vec<Section>,
    /// Only do one thing once, to be measured by another process
    #[arg(long, hide = true, value_enum, requires = "document")]
    alone: Option<alone::Work>,
    #[arg(long, hide = true)]
    document: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    if let (Some(work), Some(document)) = (arguments.alone, &arguments.document) {
        return work.run(document);
    }
    let mut page = page::Page::read(root().join("docs/benchmarks.md"))?;
    let asked = arguments.sections.as_slice();
    let asked = if asked.is_empty() { Section::ALL } else { asked };
    for section in asked {
        eprintln!("measuring {}", section.title());
        page.replace(section.title(), &section.measure()?);
        // What is measured stays when a later section fails.
        page.write()?;
    }
    Ok(())
}

/// The root of the workspace.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}
