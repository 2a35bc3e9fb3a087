//! `generate` over growing documents, beside progenitor alone.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::Duration;

use crate::baseline::Workload;
use crate::chart::{self, Curve};
use crate::process::{self, median};
use crate::sizes::{self, Synthetic};
use crate::table::{ratio, table, time};
use crate::workspace::Result;

const OPERATIONS: [usize; 4] = [10, 100, 300, 1000];
const TIMES: usize = 5;
const PHASES: [&str; 7] = ["read", "lint", "lower", "progenitor", "typed-api", "format", "list"];

/// The medians for one document.
struct Taken {
    operations: usize,
    ours: Duration,
    progenitor: Duration,
    /// In milliseconds, in the order of their names.
    phases: BTreeMap<String, f64>,
}

pub fn measure() -> Result<String> {
    let folder = tempfile::tempdir()?;
    let xtask = process::built("generator")?;
    let out = folder.path().join("out");
    let documents = sizes::write(folder.path(), &OPERATIONS)?;
    let taken = documents.iter().map(|document| {
        let generate = || {
            let mut command = process::in_root(&xtask, &["generate", "--verbose"]);
            command.arg("--spec").arg(&document.yaml).arg("--out").arg(&out);
            command
        };
        take(document, generate)
    });
    let taken: Vec<_> = taken.collect::<Result<_>>()?;
    draw(&taken)?;
    let rows = taken.iter().map(|taken| {
        let all: f64 = taken.phases.values().sum();
        let share = |phase: &str| taken.phases.get(phase).unwrap_or(&0.0) / all;
        let mut row = vec![
            taken.operations.to_string(),
            time(taken.ours),
            time(taken.progenitor),
            format!("{:.2}", ratio(taken.ours, taken.progenitor)),
            format!("{:.2}", ratio(taken.ours, taken.progenitor) * (1.0 - share("list"))),
        ];
        row.extend(PHASES.map(|phase| format!("{:.0} %", 100.0 * share(phase))));
        row
    });
    let heads = ["operations", "generate", "progenitor alone", "ratio", "without `list`"];
    Ok(format!(
        "Synthetic documents. *generate* makes the private client, the typed API and the tests; \
         *progenitor alone* makes its client from the same document in JSON and formats it. *list* \
         reads all sources of the client, too, and lists the public API, which progenitor has no \
         counterpart for. The last columns are the shares of the phases of *generate*.\n\n{}\n![growth](benchmarks/generate.svg)\n",
        table(&[&heads[..], &PHASES].concat(), rows),
    ))
}

fn take(document: &Synthetic, generate: impl Fn() -> Command) -> Result<Taken> {
    let mut laps: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let me = std::env::current_exe()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let (run, output) = process::run(&mut generate(), &[0])?;
        ours.push(run.wall);
        for (phase, millis) in output.lines().last().into_iter().flat_map(phases) {
            laps.entry(phase).or_default().push(millis);
        }
        let mut alone = Workload::Progenitor.command(&me, &document.json);
        theirs.push(process::run(&mut alone, &[0])?.0.wall);
    }
    let phases = laps.into_iter().map(|(phase, mut laps)| {
        laps.sort_by(f64::total_cmp);
        let median = laps[laps.len() / 2];
        (phase, median)
    });
    Ok(Taken {
        operations: document.operations,
        ours: median(ours.into_iter()),
        progenitor: median(theirs.into_iter()),
        phases: phases.collect(),
    })
}

/// What `generate` says of its phases: `read 3.0 ms, lint 1.5 ms, …, together 66.5 ms`.
fn phases(line: &str) -> impl Iterator<Item = (String, f64)> + '_ {
    let laps = line.split(", ").filter_map(|lap| {
        let (phase, millis) = lap.strip_suffix(" ms")?.split_once(' ')?;
        Some((phase.to_owned(), millis.parse().ok()?))
    });
    laps.filter(|(phase, _)| phase != "together")
}

fn draw(taken: &[Taken]) -> Result<()> {
    let mut curves = [Curve::new("generate"), Curve::new("progenitor alone")];
    for taken in taken {
        curves[0].add(taken.operations as f64, taken.ours);
        curves[1].add(taken.operations as f64, taken.progenitor);
    }
    chart::draw("generate", "operations", "seconds", &curves)
}
