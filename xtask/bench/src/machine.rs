//! Where and when figures were taken.

use std::process::Command;

/// One line: the date, the processor, the system, the compiler.
pub fn line() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let date = said("date", &["-u", "+%F"]);
    let rustc = said("rustc", &["--version"]);
    let rustc = rustc.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("{date}, {} ({cores} cores), {os} {arch}, {rustc}.", processor())
}

fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| "an unknown processor".to_owned(), |(_, name)| name.trim().to_owned())
}

/// What a program prints, or nothing when it cannot be asked.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}
