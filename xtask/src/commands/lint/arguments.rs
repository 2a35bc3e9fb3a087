//! The options of `cargo xtask lint`.

use std::path::PathBuf;

use super::format::Format;

/// The documents to check, and how to report what is found.
#[derive(clap::Args)]
pub struct Arguments {
    /// Documents; `-` reads standard input [default: openapi.yaml of the workspace]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print the diagnostics in this format
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Print the explanation of a rule, or the rules of a group, and exit
    #[arg(long, value_name = "NAME")]
    pub explain: Option<String>,
    /// List the rules, each with its description, and exit
    #[arg(long)]
    pub list: bool,
    /// Check only these rules and groups, comma-separated
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Do not check these rules and groups, comma-separated
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Exit with status 1 on warnings too
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    pub deny: Option<String>,
    /// Fix what needs no decision, in the files named, and report what is left
    #[arg(long, conflicts_with_all = ["watch", "write_baseline"])]
    pub fix: bool,
    /// Print how many diagnostics each rule has, not the diagnostics
    #[arg(long)]
    pub statistics: bool,
    /// Ignore the diagnostics in this file, each with a reason; the list may only shrink
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all diagnostics to this baseline; known ones keep their reason
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "watch"])]
    pub write_baseline: Option<PathBuf>,
    /// Name the document on standard input in the output
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Check again after each change, until interrupted
    #[arg(long)]
    pub watch: bool,
}
