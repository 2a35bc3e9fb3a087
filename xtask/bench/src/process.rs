//! What a command takes: time, CPU and memory.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::workspace::{Result, root};

/// What one run took, its children included.
#[derive(Clone, Copy)]
pub struct Run {
    pub wall: Duration,
    /// Of all processors. The system tells the share of user code only in steps of milliseconds.
    pub cpu: Duration,
    /// The most memory that was resident, in bytes; no less than this process had when it began.
    pub memory: u64,
}

/// Runs `command` once; any status in `accepted` is well.
pub fn run(command: &mut Command, accepted: &[i32]) -> Result<(Run, String)> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| {
        format!("{} does not run: {error}", command.get_program().to_string_lossy())
    })?;
    let mut output = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_string(&mut output)?;
    }
    let ended = child.wait4()?;
    let wall = begun.elapsed();
    match ended.status.code() {
        Some(code) if accepted.contains(&code) => {}
        _ => return Err(format!("{command:?} ended with {}", ended.status).into()),
    }
    let cpu = ended.rusage.utime + ended.rusage.stime;
    Ok((Run { wall, cpu, memory: ended.rusage.maxrss }, output))
}

/// The median of each figure over `times` runs, whose messages nobody reads.
pub fn median_run(times: usize, accepted: &[i32], command: impl Fn() -> Command) -> Result<Run> {
    let runs: Vec<_> = (0..times)
        .map(|_| Ok(run(command().stderr(Stdio::null()), accepted)?.0))
        .collect::<Result<_>>()?;
    Ok(Run {
        wall: median(runs.iter().map(|run| run.wall)),
        cpu: median(runs.iter().map(|run| run.cpu)),
        memory: median(runs.iter().map(|run| run.memory)),
    })
}

/// The middle one in size.
pub fn median<T: Ord + Copy + Default>(figures: impl Iterator<Item = T>) -> T {
    let mut figures: Vec<T> = figures.collect();
    figures.sort();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// The path of `package`'s program with the release profile, which is built when it is not.
pub fn built(package: &str) -> Result<PathBuf> {
    let arguments = ["build", "--release", "--package", package];
    run(&mut in_root(Path::new("cargo"), &arguments), &[0])?;
    let me = std::env::current_exe()?;
    Ok(me.with_file_name(package).with_extension(std::env::consts::EXE_EXTENSION))
}

/// A command in the root of the workspace, which does not know that cargo started this process.
pub fn in_root(program: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env_remove("CARGO_MANIFEST_DIR");
    command
}

/// Whether a program of this name can be run.
pub fn is_installed(program: &str) -> bool {
    let mut command = Command::new(program);
    let command = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}
