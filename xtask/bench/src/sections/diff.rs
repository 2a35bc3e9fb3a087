//! `diff` over growing documents, beside a bare parse of both sides.

use crate::baseline::Workload;
use crate::chart::{self, Curve};
use crate::process;
use crate::sizes;
use crate::table::{ratio, size, table, time};
use crate::workspace::Result;

const OPERATIONS: [usize; 4] = [10, 100, 1_000, 10_000];
const TIMES: usize = 7;

pub fn measure() -> Result<String> {
    let folder = tempfile::tempdir()?;
    let xtask = process::built("xtask")?;
    let mut curves = [Curve::new("diff"), Curve::new("parse, twice")];
    let mut rows = Vec::new();
    for document in sizes::write(folder.path(), &OPERATIONS)? {
        let diff = process::median_run(TIMES, &[0, 1], || {
            let mut command = process::in_root(&xtask, &["diff", "--format=json"]);
            command.args([&document.yaml, &document.changed]);
            command
        })?;
        let parse = 2 * Workload::Parse.median(TIMES, &document.yaml)?.cpu;
        curves[0].add(document.megabytes(), diff.cpu);
        curves[1].add(document.megabytes(), parse);
        rows.push(vec![
            size(document.bytes),
            time(diff.cpu),
            format!("{:.0}", 2.0 * document.megabytes() / diff.cpu.as_secs_f64()),
            size(diff.memory),
            time(parse),
            format!("{:.1}", ratio(diff.cpu, parse)),
        ]);
    }
    chart::draw("diff", "megabytes of YAML", "seconds of CPU", &curves)?;
    let heads = ["YAML", "diff", "MB/s", "memory", "bare parse of both", "diff ÷ parse"];
    Ok(format!(
        "CPU, user and system, of whole processes; a bound changes in every fifth operation.\n\n{}\n\
         ![growth](benchmarks/diff.svg)\n",
        table(&heads, rows),
    ))
}
