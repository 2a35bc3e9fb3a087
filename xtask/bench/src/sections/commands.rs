//! How soon each command answers, from the start of its process.

use std::path::Path;

use crate::process;
use crate::table::{ratio, size, table, time};
use crate::{Result, root};

const COMMANDS: [&[&str]; 3] = [&["generate", "--check"], &["lint"], &["diff", "HEAD"]];
const TIMES: usize = 21;

pub fn measure() -> Result<String> {
    let optimised = process::built("xtask")?;
    let cargo = Path::new("cargo");
    process::run(&mut process::within(cargo, &["build", "--quiet", "--package", "xtask"]), &[0])?;
    let debug = root().join("target/debug/xtask").with_extension(std::env::consts::EXE_EXTENSION);
    let mut rows = Vec::new();
    for arguments in COMMANDS {
        let runs = |program: &Path, before: &[&str]| {
            let arguments = [before, arguments].concat();
            process::median(TIMES, &[0], || process::within(program, &arguments))
        };
        let release = runs(&optimised, &[])?;
        let dev = runs(&debug, &[])?;
        let by_cargo = runs(cargo, &["xtask"])?;
        rows.push(vec![
            format!("`{}`", arguments.join(" ")),
            time(release.wall),
            size(release.memory),
            time(dev.wall),
            format!("{:.1}", ratio(dev.wall, release.wall)),
            time(by_cargo.wall.saturating_sub(dev.wall)),
        ]);
    }
    let heads = [
        "command",
        "release profile",
        "memory",
        "dev profile",
        "dev ÷ release",
        "`cargo xtask` adds",
    ];
    Ok(table(&heads, rows))
}
