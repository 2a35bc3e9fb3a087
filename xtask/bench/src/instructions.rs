//! How many instructions a process executes, which a busy machine does not change.

use std::fs;
use std::process::Command;

use crate::process;
use crate::workspace::Result;

/// The program that counts, if it is installed.
const VALGRIND: &str = "valgrind";

/// Whether instructions can be counted here.
pub fn can_be_counted() -> bool {
    process::is_installed(VALGRIND)
}

/// The instructions of one repetition: the difference of two runs, which leaves out what a process
/// does once. `command` makes a process that repeats something so many times.
pub fn of_one(counts: [u64; 2], command: impl Fn(u64) -> Command) -> Result<u64> {
    let [few, many] = counts;
    Ok(of_process(&command(many))?.saturating_sub(of_process(&command(few))?) / (many - few))
}

fn of_process(command: &Command) -> Result<u64> {
    let folder = tempfile::tempdir()?;
    let log = folder.path().join("log");
    let mut valgrind = Command::new(VALGRIND);
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg(format!("--log-file={}", log.display()));
    valgrind.arg(command.get_program()).args(command.get_args());
    process::run(&mut valgrind, &[0])?;
    let log = fs::read_to_string(log)?;
    let count = log.lines().find_map(|line| line.split_once("Collected : ")?.1.parse().ok());
    Ok(count.ok_or("callgrind printed no count of instructions")?)
}
