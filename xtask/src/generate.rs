//! `cargo xtask generate`: the client, its tests and its listing, from the document.

mod api;
mod arguments;
mod docs;
mod examples;
mod follow;
mod lower;
mod model;
mod names;
mod operations;
mod output;
mod pages;
mod promises;
mod results;
mod signatures;
mod tests;
mod text;
mod values;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use sha2::{Digest, Sha256};
use spec::{Document, Source};

use crate::failure::Failure;
use crate::finding::{Group, Severity};
use crate::{lint, print, public_api, workspace};
pub use lower::{Refusal, TAKEN, UNSENT};
pub use names::snake;
use output::{File, Mode, State};

/// What to generate, and from what.
#[derive(clap::Args)]
pub struct Arguments {
    /// Write nothing; fail when a generated file is not what the document says
    #[arg(long)]
    check: bool,
    /// The document [default: openapi.yaml of the workspace]
    #[arg(long, value_name = "PATH")]
    spec: Option<PathBuf>,
    /// The folder to write below [default: the workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Generates, or checks what was generated.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let path = arguments.spec.clone().unwrap_or_else(|| workspace::file("openapi.yaml"));
    let root = arguments.out.clone().unwrap_or_else(workspace::root);
    let mode = if arguments.check { Mode::Check } else { Mode::Write };

    let mut clock = Clock::start();
    let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
    let document =
        Document::parse(&source).map_err(|problems| Failure::unparsable(&source, &problems))?;
    clock.lap("read");
    let faults = gate(&source, &document)?;
    clock.lap("lint");
    let calls = spec::calls(&document);
    let generated = generate(&document, &calls, &mut clock);
    let generated = generated.map_err(|refusal| Failure::refused(&source, &document, refusal))?;
    let mut files = files(&source, generated).map_err(|error| {
        Failure::Unusable(format!("{}: the names in it make no Rust: {error}", source.name()))
    })?;
    clock.lap("format");
    let text = public_api::list(files.iter().map(|file| (file.path, file.text.as_str())))?;
    files.push(File { path: "client/public-api.txt", text });
    clock.lap("list");
    let states = output::apply(&root, &files, mode)?;
    clock.lap(if mode == Mode::Write { "write" } else { "compare" });

    report(&document, &calls, &files, &states, mode, &clock);
    if faults > 0 {
        println!("the document is not valid in {faults} places; `cargo xtask lint` names them");
    }
    let stale = files.iter().zip(&states).filter(|(_, state)| **state == State::Changed);
    match stale.map(|(file, _)| file.path).collect::<Vec<_>>() {
        stale if mode == Mode::Check && !stale.is_empty() => Err(Failure::Findings(format!(
            "not what {} says: {}; run `cargo xtask generate`",
            source.name(),
            stale.join(", ")
        ))),
        _ => Ok(()),
    }
}

/// Rules of the group `valid` that find a part of the document without its form or its meaning.
/// From a document with other faults a client can be made; they are for `lint` to tell.
const FORM: [&str; 13] = [
    "document-second",
    "field-missing",
    "field-type-mismatch",
    "field-value-invalid",
    "key-merge",
    "key-not-string",
    "key-repeated",
    "number-not-finite",
    "openapi-version-invalid",
    "openapi-version-unsupported",
    "path-slash-missing",
    "path-template-invalid",
    "ref-unresolved",
];

/// Lets through what a client can be made from, and counts its other faults.
fn gate(source: &Source, document: &Document) -> Result<usize, Failure> {
    let faults = lint::findings(document, |rule| {
        rule.severity == Severity::Error && matches!(rule.group, Group::Valid | Group::Generate)
    });
    let (stops, others): (Vec<_>, Vec<_>) = faults
        .into_iter()
        .partition(|fault| fault.group == Group::Generate || FORM.contains(&fault.rule));
    if stops.is_empty() {
        return Ok(others.len());
    }
    Err(Failure::Unusable(print::pretty(source, &stops)))
}

struct Generated {
    api: syn::File,
    operations: TokenStream,
    values: TokenStream,
    declarations: String,
    calls: TokenStream,
    list: String,
}

fn generate(
    document: &Document,
    calls: &[spec::Call],
    clock: &mut Clock,
) -> Result<Generated, Refusal> {
    let value = document.root().to_value();
    let mut lowered = lower::shape(value);
    let model = model::operations(&lowered);
    let named = model::named(&lowered);
    lower::hide(&mut lowered);
    clock.lap("lower");
    let api = api::generate(&lowered)?;
    clock.lap("progenitor");
    let signatures = signatures::read(&api);
    let generated = Generated {
        operations: operations::write(&model, calls, &signatures)?,
        values: values::write(&lowered, &model, &signatures),
        declarations: values::declarations(&named),
        calls: tests::calls(&model, &signatures)?,
        list: tests::list(&model, calls),
        api,
    };
    clock.lap("face");
    Ok(generated)
}

fn files(source: &Source, generated: Generated) -> syn::Result<Vec<File>> {
    let head = |what: &str| {
        format!(
            "//! {what}\n//!\n//! @generated by `cargo xtask generate`; do not edit.\n\
             //! openapi.yaml sha256 {}\n//! progenitor {}, typify {}, xtask {}\n\n",
            hex(&Sha256::digest(source.text())),
            workspace::locked_version("progenitor-impl"),
            workspace::locked_version("typify"),
            env!("CARGO_PKG_VERSION"),
        )
    };
    let file = |path, what: &str, text: String| File { path, text: head(what) + &text };
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn report(
    document: &Document,
    calls: &[spec::Call],
    files: &[File],
    states: &[State],
    mode: Mode,
    clock: &Clock,
) {
    let operations = spec::operations(document).count();
    let schemas = document.at("/components/schemas").map_or(0, |schemas| schemas.len());
    println!("{operations} operations, {schemas} schemas, {} tests", calls.len());
    for (file, state) in files.iter().zip(states) {
        let state = match (state, mode) {
            (State::Unchanged, _) => "unchanged",
            (State::Changed, Mode::Write) => "written",
            (State::Changed, Mode::Check) => "stale",
        };
        println!("{state:<10} {:<36} {:>6} lines", file.path, file.text.lines().count());
    }
    println!("{clock}");
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
