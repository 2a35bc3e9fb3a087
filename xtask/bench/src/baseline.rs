//! Work of others, done alone: the floor under a command, measured in the same way.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use clap::ValueEnum;
use saphyr_parser::Parser;

use crate::plain_client;
use crate::process::{self, Run};
use crate::synthetic;
use crate::workspace::Result;

/// What a process of this program does when it is told to do only that.
#[derive(Clone, Copy, ValueEnum)]
pub enum Workload {
    /// Read YAML, and do nothing with it.
    Parse,
    /// Read JSON, and do nothing with it.
    ParseJson,
    /// Generate with progenitor as it comes, and format what it gives.
    Progenitor,
    /// Write a synthetic document. In a process of its own, as a process that measures must be
    /// small: the system counts its memory to those that it starts.
    Synthesize,
}

impl Workload {
    /// A process that does only this.
    pub fn command(self, me: &Path, document: &Path) -> Command {
        let name = self.to_possible_value().map(|value| value.get_name().to_owned());
        let mut command = Command::new(me);
        command.arg("--baseline").arg(name.unwrap_or_default()).arg("--document").arg(document);
        command
    }

    /// What such a process takes.
    pub fn median(self, times: usize, document: &Path) -> Result<Run> {
        let me = std::env::current_exe()?;
        process::median_run(times, &[0], || self.command(&me, document))
    }

    /// Does it, in this process.
    pub fn run(self, document: &Path) -> Result<()> {
        let text = || std::fs::read_to_string(document);
        match self {
            Self::Synthesize => synthetic::write(document)?,
            Self::Parse => {
                for event in Parser::new_from_str(&text()?) {
                    black_box(event?);
                }
            }
            Self::ParseJson => {
                black_box(serde_json::from_str::<serde_json::Value>(&text()?)?);
            }
            Self::Progenitor => {
                black_box(plain_client::generate(&text()?)?);
            }
        }
        Ok(())
    }
}
