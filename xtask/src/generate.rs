//! `cargo xtask generate`: the client, its tests and its listing, from the document.

mod api;
mod arguments;
mod difference;
mod docs;
mod examples;
mod follow;
mod gate;
mod lost;
mod lower;
mod markdown;
mod model;
mod names;
mod operations;
mod order;
mod output;
mod pages;
mod promises;
mod results;
mod signatures;
mod tests;
mod text;
mod untested;
mod values;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use spec::{Document, Source};

use crate::failure::Failure;
use crate::{console, public_api, workspace};
use lower::Lowered;
pub use lower::{LARGEST_PART, Refusal, TAKEN, UNSENT};
pub use model::PAGINATION;
use model::{Named, Operation};
pub use names::snake;
use output::{File, Mode, State};

/// The listing of what callers can name.
const PUBLIC_API: &str = "client/public-api.txt";

/// What to generate, and from what.
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
    /// Generated code uses the hand-written code of the client and the tests, so that it compiles
    /// only inside a copy of this workspace.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the time that each phase took
    #[arg(long, short)]
    verbose: bool,
}

/// Generates, or checks what was generated.
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
    let faults = gate::pass(&source, &document)?;
    clock.lap("lint");
    let calls = spec::calls(&document);
    let generated = generate(&document, &calls, &mut clock);
    let generated = generated.map_err(|refusal| Failure::refused(&source, &document, refusal))?;
    let tests = report_tests(&document, &generated);
    let mut files = files(generated).map_err(|error| {
        Failure::Unusable(format!("{}: the names in it make no Rust: {error}", source.name()))
    })?;
    clock.lap("format");
    let text = public_api::list(files.iter().map(|file| (file.path, file.text.as_str())))?;
    let text = in_known_order(&root.join(PUBLIC_API), text);
    files.push(File { path: PUBLIC_API, text });
    clock.lap("list");
    let states = output::apply(&root, &files, mode)?;
    clock.lap(if mode == Mode::Write { "write" } else { "compare" });

    let mut text = tests + &report(&files, &states, mode);
    if faults > 0 {
        text += &format!("not valid in {faults} places; `cargo xtask lint` names them\n");
    }
    if arguments.verbose {
        text += &format!("{clock}\n");
    }
    console::out(&text);
    if mode == Mode::Check { up_to_date(&files, &states) } else { Ok(()) }
}

/// Fails if a file is not as generated, after printing how it differs.
fn up_to_date(files: &[File], states: &[State]) -> Result<(), Failure> {
    let mut stale = Vec::new();
    for (file, state) in files.iter().zip(states) {
        match state {
            State::Unchanged => continue,
            State::Changed(text) => {
                console::out(&format!("\n{}", difference::unified(text, file)));
            }
            State::Missing => {}
        }
        stale.push(file.path);
    }
    match stale.as_slice() {
        [] => Ok(()),
        stale => Err(Failure::Findings(format!(
            "error: generated files are out of date: {}; run `cargo xtask generate`",
            stale.join(", ")
        ))),
    }
}

/// A listing as it is, if it has the same lines. git may merge two that were added at one place in
/// another order, which says the same.
fn in_known_order(path: &Path, text: String) -> String {
    fn sorted(text: &str) -> Vec<&str> {
        let mut lines: Vec<&str> = text.lines().collect();
        lines.sort_unstable();
        lines
    }
    let known = fs::read_to_string(path).ok();
    known.filter(|known| sorted(known) == sorted(&text)).unwrap_or(text)
}

struct Generated {
    api: syn::File,
    operations: TokenStream,
    values: TokenStream,
    declarations: String,
    calls: TokenStream,
    list: String,
    /// How many examples have a test, and why others have none.
    tests: usize,
    untested: BTreeMap<String, usize>,
}

fn generate(
    document: &Document,
    calls: &[spec::Call],
    clock: &mut Clock,
) -> Result<Generated, Refusal> {
    let (lowered, model, named) = prepare(document);
    clock.lap("lower");
    let api = api::generate(&lowered, &model)?;
    clock.lap("progenitor");
    let signatures = signatures::read(&api);
    let tests = tests::tests(&model, calls, &signatures)?;
    let generated = Generated {
        operations: operations::write(&model, calls, &signatures)?,
        values: values::write(&lowered, &model, &signatures),
        declarations: values::declarations(&named, &model),
        calls: tests::calls(&tests, &signatures)?,
        list: tests::list(&tests),
        tests: tests.len(),
        untested: tests.untested,
        api,
    };
    clock.lap("face");
    Ok(generated)
}

/// What progenitor is given, and what the face is written from.
fn prepare(document: &Document) -> (Lowered, Vec<Operation>, Vec<Named>) {
    let mut lowered = lower::shape(document.root().to_value());
    let model = model::operations(&lowered);
    let named = model::named(&lowered);
    lower::hide(&mut lowered);
    (lowered, model, named)
}

/// Prepares a source for progenitor, unless it is refused, and drops what comes of it.
pub fn check(source: &Source) {
    let Ok(document) = Document::parse(source) else { return };
    if gate::pass(source, &document).is_ok() {
        drop(prepare(&document));
        drop(spec::calls(&document));
    }
}

fn files(generated: Generated) -> syn::Result<Vec<File>> {
    let head = |what: &str| {
        format!(
            "//! {what}\n//!\n//! @generated by `cargo xtask generate`; do not edit.\n\
             //! progenitor {}, typify {}, xtask {}\n\n",
            workspace::locked_version("progenitor-impl"),
            workspace::locked_version("typify"),
            env!("CARGO_PKG_VERSION"),
        )
    };
    let file =
        |path, what: &str, text: String| File { path, text: text::visible(&(head(what) + &text)) };
    Ok(vec![
        file(
            "client/src/generated/api.rs",
            "The private client, by progenitor.",
            text::spaced(generated.api),
        ),
        file(
            "client/src/generated/operations.rs",
            "The calls: a method of `Client` and a builder for every operation.",
            text::pretty(generated.operations)?,
        ),
        file(
            "client/src/generated/values.rs",
            "The servers, constructors of requests, ids and open enums.",
            text::pretty(generated.values)? + &generated.declarations,
        ),
        file(
            "tests/src/generated.rs",
            "A test for every documented example.",
            text::pretty(generated.calls)? + "\n" + &generated.list,
        ),
    ])
}

/// How much was generated, and which examples have no test.
fn report_tests(document: &Document, generated: &Generated) -> String {
    let operations = spec::operations(document).count();
    let schemas = document.at("/components/schemas").map_or(0, |schemas| schemas.len());
    let counted = [(operations, "operation"), (schemas, "schema"), (generated.tests, "test")]
        .map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }));
    let mut text = format!("{}\n", counted.join(", "));
    for (reason, count) in &generated.untested {
        let examples = if *count == 1 { "example" } else { "examples" };
        text += &format!("{count} {examples} without a test: {reason}\n");
    }
    text
}

fn report(files: &[File], states: &[State], mode: Mode) -> String {
    let mut text = String::new();
    for (file, state) in files.iter().zip(states) {
        let state = match (state, mode) {
            (State::Unchanged, _) => "unchanged",
            (_, Mode::Write) => "written",
            (State::Changed(_), Mode::Check) => "stale",
            (State::Missing, Mode::Check) => "missing",
        };
        let lines = file.text.lines().count();
        text += &format!("{state:<10} {:<36} {lines:>6} lines\n", file.path);
    }
    text
}

/// How long each phase took.
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
