//! How soon each command answers, from the start of its process.

use std::path::Path;

use crate::process;
use crate::table::{size, table, time};
use crate::workspace::{Result, root};

const COMMANDS: [&[&str]; 3] = [&["generate", "--check"], &["lint"], &["diff", "HEAD"]];
const TIMES: usize = 21;

pub fn measure() -> Result<String> {
    let cargo = Path::new("cargo");
    let mut rows = Vec::new();
    for arguments in COMMANDS {
        let package = if arguments[0] == "generate" { "generator" } else { "xtask" };
        let optimised = process::built(package)?;
        process::run(&mut process::in_root(cargo, &["build", "--package", package]), &[0])?;
        let debug = root().join("target/debug").join(package);
        let debug = debug.with_extension(std::env::consts::EXE_EXTENSION);
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
        "From the start of a process to its end.\n\n{}\n`cargo xtask` uses the dev profile, \
         because the build takes longer than the commands:\n\n{}",
        table(&heads, rows),
        builds()?
    ))
}

/// What cold builds of the programs cost with each profile.
fn builds() -> Result<String> {
    let programs = [("xtask", "dev"), ("generator", "dev"), ("generator", "release")];
    let rows = programs.map(|(package, profile)| -> Result<Vec<String>> {
        let folder = tempfile::tempdir()?;
        let arguments = ["build", "--package", package, "--profile", profile];
        let mut cargo = process::in_root(Path::new("cargo"), &arguments);
        let (run, _) = process::run(cargo.env("CARGO_TARGET_DIR", folder.path()), &[0])?;
        Ok(vec![format!("{package}, {profile}"), time(run.wall), time(run.cpu)])
    });
    let rows = rows.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(table(&["cold build", "wall", "CPU"], rows))
}
