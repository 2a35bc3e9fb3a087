//! How soon each command answers, from the start of its process.

use std::path::Path;

use crate::process;
use crate::table::{size, table, time};
use crate::workspace::{Result, root};

const COMMANDS: [&[&str]; 3] = [&["generate", "--check"], &["lint"], &["diff", "HEAD"]];
const TIMES: usize = 21;

pub fn measure() -> Result<String> {
    let optimised = process::built("xtask")?;
    let cargo = Path::new("cargo");
    process::run(&mut process::in_root(cargo, &["build", "--package", "xtask"]), &[0])?;
    let debug = root().join("target/debug/xtask").with_extension(std::env::consts::EXE_EXTENSION);
    let mut rows = Vec::new();
    for arguments in COMMANDS {
        let runs = |program: &Path, before: &[&str]| {
            let arguments = [before, arguments].concat();
            process::median_run(TIMES, &[0], || process::in_root(program, &arguments))
        };
        let release = runs(&optimised, &[])?;
        let dev = runs(&debug, &[])?;
        let by_cargo = runs(cargo, &["xtask"])?;
        rows.push(vec![
            format!("`{}`", arguments.join(" ")),
            time(release.wall),
            size(release.memory),
            time(dev.wall),
            time(by_cargo.wall.saturating_sub(dev.wall)),
        ]);
    }
    let heads = ["command", "release profile", "memory", "dev profile", "`cargo xtask` adds"];
    Ok(format!(
        "From the start of a process to its end.\n\n{}\n`cargo xtask` takes the dev profile, \
         for a newcomer and CI wait for the build, and nobody waits for the commands:\n\n{}",
        table(&heads, rows),
        builds()?
    ))
}

/// What a cold build of xtask costs with each profile.
fn builds() -> Result<String> {
    let rows = ["dev", "release"].map(|profile| -> Result<Vec<String>> {
        let folder = tempfile::tempdir()?;
        let arguments = ["build", "--package", "xtask", "--profile", profile];
        let mut cargo = process::in_root(Path::new("cargo"), &arguments);
        let (run, _) = process::run(cargo.env("CARGO_TARGET_DIR", folder.path()), &[0])?;
        Ok(vec![profile.to_owned(), time(run.wall), time(run.cpu)])
    });
    let rows = rows.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(table(&["cold build of xtask", "wall", "CPU"], rows))
}
