//! Measures the commands and the client, beside others, and writes `docs/benchmarks.md`.

mod baseline;
mod chart;
mod instructions;
mod machine;
mod page;
mod plain_client;
mod process;
mod sections;
mod sizes;
mod synthetic;
mod table;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use sections::Section;
use workspace::{Result, root};

/// Measures the commands and the client, and writes docs/benchmarks.md
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Arguments {
    /// What to measure; the other sections of the page stay as they are [default: all]
    #[arg(value_enum)]
    sections: Vec<Section>,
    /// Only do one thing once, to be measured by another process
    #[arg(long, hide = true, value_enum, requires = "document")]
    baseline: Option<baseline::Workload>,
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
    if let (Some(work), Some(document)) = (arguments.baseline, &arguments.document) {
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
