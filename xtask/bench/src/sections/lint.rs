//! `lint` over growing documents, beside a bare parser and other linters.

use std::path::Path;

use crate::baseline::Workload;
use crate::chart::{self, Curve};
use crate::process::{self, Run};
use crate::sizes::{self, Synthetic};
use crate::table::{ratio, size, table, time};
use crate::workspace::Result;

const OPERATIONS: [usize; 4] = [10, 100, 1_000, 10_000];
const TIMES: usize = 7;

/// Other linters take minutes for more, and one did not end well.
const MOST_FOR_OTHERS: usize = 1_000;

/// Linters that may be installed, and how each is told to use its own rules for OpenAPI.
const OTHERS: [(&str, &[&str]); 3] = [
    ("redocly", &["lint", "--extends=recommended", "--format=summary"]),
    ("spectral", &["lint", "--quiet", "--ruleset=spectral.yaml"]),
    ("vacuum", &["lint", "--silent", "--no-update-check"]),
];

const INSTALL: &str = "npm install --global @redocly/cli @stoplight/spectral-cli @quobix/vacuum";

/// Whether there are findings does not matter here.
const ENDED: &[i32] = &[0, 1];

pub fn measure() -> Result<String> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("spectral.yaml"), "extends: spectral:oas\n")?;
    let xtask = process::built("xtask")?;
    let lint = |path: &Path| {
        process::median_run(TIMES, ENDED, || {
            let mut command = process::in_root(&xtask, &["lint"]);
            command.arg(path);
            command
        })
    };
    let documents = sizes::write(folder.path(), &OPERATIONS)?;
    let mut curves = vec![Curve::new("lint"), Curve::new("parse")];
    let mut rows = Vec::new();
    for document in &documents {
        let yaml = (lint(&document.yaml)?, Workload::Parse.median(TIMES, &document.yaml)?);
        let json = (lint(&document.json)?, Workload::Parse.median(TIMES, &document.json)?);
        let serde = Workload::ParseJson.median(TIMES, &document.json)?;
        curves[0].add(document.megabytes(), yaml.0.cpu);
        curves[1].add(document.megabytes(), yaml.1.cpu);
        rows.push(row(document, yaml, json, serde));
    }
    let heads = [
        "YAML",
        "lint",
        "MB/s",
        "memory",
        "bare parse",
        "lint ÷ parse",
        "as JSON: lint",
        "bare parse",
        "lint ÷ parse",
        "lint ÷ serde_json",
    ];
    let ours = table(&heads, rows);
    let others = others(folder.path(), &documents, lint, &mut curves)?;
    chart::draw("lint", "megabytes of YAML", "seconds of CPU", &curves)?;
    Ok(format!(
        "CPU, user and system, of whole processes over synthetic documents, by all rules. The *bare parse* is \
         saphyr-parser, the fastest reader of YAML we know, which does nothing with what it \
         reads; *serde_json* makes a `Value`.\n\n{ours}\n{others}\n\
         ![growth](benchmarks/lint.svg)\n"
    ))
}

fn row(document: &Synthetic, yaml: (Run, Run), json: (Run, Run), serde: Run) -> Vec<String> {
    let over = |lint: Run, parse: Run| format!("{:.1}", ratio(lint.cpu, parse.cpu));
    vec![
        size(document.bytes),
        time(yaml.0.cpu),
        format!("{:.0}", document.megabytes() / yaml.0.cpu.as_secs_f64()),
        size(yaml.0.memory),
        time(yaml.1.cpu),
        over(yaml.0, yaml.1),
        time(json.0.cpu),
        time(json.1.cpu),
        over(json.0, json.1),
        over(json.0, serde),
    ]
}

/// The synthetic documents, and real ones where DOCUMENTS names some, by every linter once.
fn others<'a>(
    folder: &Path,
    documents: &[Synthetic],
    lint: impl Fn(&Path) -> Result<Run>,
    curves: &mut Vec<Curve<'a>>,
) -> Result<String> {
    let (installed, absent): (Vec<_>, Vec<_>) =
        OTHERS.iter().partition(|(name, _)| process::is_installed(name));
    let mut heads = vec!["document", "size", "lint: CPU", "memory"];
    heads.extend(installed.iter().flat_map(|(name, _)| [*name, "memory"]));
    let of_each = |path: &Path| -> Result<_> {
        let ours = lint(path)?;
        let mut theirs = Vec::new();
        for (name, arguments) in &installed {
            let mut command = process::in_root(Path::new(name), arguments);
            theirs.push(process::run(command.current_dir(folder).arg(path), ENDED)?.0);
        }
        Ok((compared(path, ours, &theirs)?, theirs))
    };
    let mut rows = Vec::new();
    let mut theirs = installed.iter().map(|(name, _)| Curve::new(name)).collect::<Vec<_>>();
    for document in documents.iter().filter(|one| one.operations <= MOST_FOR_OTHERS) {
        let (row, runs) = of_each(&document.yaml)?;
        rows.push(row);
        for (curve, run) in theirs.iter_mut().zip(runs) {
            curve.add(document.megabytes(), run.cpu);
        }
    }
    curves.extend(theirs);
    let real = std::env::var_os("DOCUMENTS");
    for path in real.iter().flat_map(std::env::split_paths) {
        rows.push(of_each(&path)?.0);
    }
    let mut text = table(&heads, rows);
    if !absent.is_empty() {
        let names = absent.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        text += &format!("\nNot installed here: {names} (`{INSTALL}`).\n");
    }
    Ok(text)
}

fn compared(path: &Path, ours: Run, theirs: &[Run]) -> Result<Vec<String>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = std::fs::metadata(path)?.len();
    let mut row = vec![name.into_owned(), size(bytes), time(ours.cpu), size(ours.memory)];
    for run in theirs {
        row.push(format!("{} = {:.0} ×", time(run.cpu), ratio(run.cpu, ours.cpu)));
        let memory = run.memory as f64 / ours.memory as f64;
        row.push(format!("{} = {memory:.0} ×", size(run.memory)));
    }
    Ok(row)
}
