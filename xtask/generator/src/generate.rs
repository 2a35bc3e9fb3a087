//! `cargo xtask generate`: generates the client, its tests and the listing of its public API.

mod api_listing;
mod difference;
mod listing;
mod output;
mod preflight;
mod unsupported;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use generate::{File, Output};
use spec::{Document, Source};

pub use listing::{Arguments as ListingArguments, list};
use output::{FileState, Mode};
use xtask::failure::Failure;
use xtask::{console, workspace};

/// The listing of the public API.
const PUBLIC_API: &str = "client/public-api.txt";

/// The document in the package of the mock server, which reads no file outside its folder.
const MOCK_DOCUMENT: &str = "mock/openapi.yaml";

/// The arguments of the command.
#[derive(clap::Args)]
pub struct Arguments {
    /// Write nothing; print how files differ and exit with status 1 if any does
    #[arg(long)]
    check: bool,
    /// Read this OpenAPI document [default: openapi.yaml of the workspace]
    ///
    /// Use it with `--out` to try out another document: the files of this workspace stay as they
    /// are.
    #[arg(long, value_name = "PATH")]
    spec: Option<PathBuf>,
    /// Write the files below this folder, a copy of the workspace [default: the workspace]
    ///
    /// Output code uses the hand-written code of the client and the tests, so that it compiles
    /// only inside a copy of this workspace.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the time that each phase took
    #[arg(long, short)]
    verbose: bool,
}

/// Generates the files, or checks whether they are up to date.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    workspace::require()?;
    let path = arguments.spec.clone().map_or_else(workspace::document, Ok)?;
    let root = arguments.out.clone().unwrap_or_else(workspace::root);
    let mode = if arguments.check { Mode::Check } else { Mode::Write };

    let mut clock = Clock::start();
    let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
    let document =
        Document::parse(&source).map_err(|problems| Failure::unparsable(&source, &problems))?;
    clock.lap("read");
    let faults = preflight::check(&source, &document)?;
    let invalid = lint::invalid_values(&document).into_iter().collect();
    clock.lap("lint");
    let generated =
        generate::generate(&document, &versions(), &invalid, &mut |phase| clock.lap(phase));
    let Output { mut files, items, tests, untested } =
        generated.map_err(|unsupported| unsupported::failure(&source, &document, unsupported))?;
    let tests = report_tests(&document, tests, &untested);
    let text = api_listing::list(&files, items)?;
    let text = in_known_order(&root.join(PUBLIC_API), text);
    files.push(File { path: PUBLIC_API, text });
    files.push(File { path: MOCK_DOCUMENT, text: source.text().to_owned() });
    clock.lap("list");
    let leftovers = output::leftovers(&root, &files)?;
    let states = output::apply(&root, &files, mode)?;
    clock.lap(if mode == Mode::Write { "write" } else { "compare" });

    let mut text = tests + &report(&files, &states, mode);
    for path in &leftovers {
        let state = if mode == Mode::Write { "removed" } else { "stale" };
        text += &format!("{state:<10} {}\n", path.strip_prefix(&root).unwrap_or(path).display());
    }
    if faults > 0 {
        let places = if faults == 1 { "place" } else { "places" };
        text +=
            &format!("the document is not valid in {faults} {places}; run `cargo xtask lint`\n");
    }
    if arguments.verbose {
        text += &format!("{clock}\n");
    }
    console::out(&text);
    if mode == Mode::Check { up_to_date(&files, &states, &leftovers) } else { Ok(()) }
}

/// Returns the versions that the generated files name.
fn versions() -> String {
    format!(
        "progenitor {}, typify {}, xtask {}",
        workspace::locked_version("progenitor-impl"),
        workspace::locked_version("typify"),
        env!("CARGO_PKG_VERSION"),
    )
}

/// Fails if a file is not as generated, after printing how it differs.
fn up_to_date(files: &[File], states: &[FileState], leftovers: &[PathBuf]) -> Result<(), Failure> {
    let mut stale = Vec::new();
    for (file, state) in files.iter().zip(states) {
        match state {
            FileState::Unchanged => continue,
            FileState::Changed(text) => {
                console::out(&format!("\n{}", difference::unified(text, file)));
            }
            FileState::Missing => {}
        }
        stale.push(file.path.to_owned());
    }
    stale.extend(leftovers.iter().map(|path| path.display().to_string()));
    match stale.as_slice() {
        [] => Ok(()),
        stale => Err(Failure::CheckFailed(format!(
            "error: generated files are out of date: {}; run `cargo xtask generate`",
            stale.join(", ")
        ))),
    }
}

/// Returns the listing on disk if it has the same lines, because git may merge lines that two branches
/// add at one place in another order.
fn in_known_order(path: &Path, text: String) -> String {
    fn sorted(text: &str) -> Vec<&str> {
        let mut lines: Vec<&str> = text.lines().collect();
        lines.sort_unstable();
        lines
    }
    let known = fs::read_to_string(path).ok();
    known.filter(|known| sorted(known) == sorted(&text)).unwrap_or(text)
}

/// Returns how much was generated, and which examples have no test.
fn report_tests(document: &Document, tests: usize, untested: &BTreeMap<String, usize>) -> String {
    let operations = spec::operations(document).count();
    let schemas = document.at("/components/schemas").map_or(0, |schemas| schemas.len());
    let counted = [(operations, "operation"), (schemas, "schema"), (tests, "test")]
        .map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }));
    let mut text = format!("{}\n", counted.join(", "));
    for (reason, count) in untested {
        let examples = if *count == 1 { "example" } else { "examples" };
        text += &format!("{count} {examples} without a test: {reason}\n");
    }
    text
}

fn report(files: &[File], states: &[FileState], mode: Mode) -> String {
    let mut text = String::new();
    for (file, state) in files.iter().zip(states) {
        let state = match (state, mode) {
            (FileState::Unchanged, _) => "unchanged",
            (_, Mode::Write) => "written",
            (FileState::Changed(_), Mode::Check) => "stale",
            (FileState::Missing, Mode::Check) => "missing",
        };
        let lines = file.text.lines().count();
        text += &format!("{state:<10} {:<36} {lines:>6} lines\n", file.path);
    }
    text
}

/// The time that each phase took.
struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self, phase: &'static str) {
        let now = Instant::now();
        self.laps.push((phase, now - self.last));
        self.last = now;
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let millis = |duration: Duration| duration.as_secs_f64() * 1e3;
        for (phase, duration) in &self.laps {
            write!(f, "{phase} {:.1} ms, ", millis(*duration))?;
        }
        write!(f, "together {:.1} ms", millis(self.laps.iter().map(|(_, lap)| *lap).sum()))
    }
}
