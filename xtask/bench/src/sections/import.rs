//! What it costs to import the client, beside others.

use std::process::Command;

use crate::process;
use crate::workspace::{Result, root};

const SCRIPT: &str = "xtask/bench/import-cost.sh";

pub fn measure() -> Result<String> {
    let (_, table) = process::run(Command::new("sh").arg(root().join(SCRIPT)), &[0])?;
    Ok(format!(
        "Programs that make one call, built cold with the dev profile by `{SCRIPT}`: the \
         dependencies of all levels, without those of build scripts, and the CPU time of all \
         compilers.\n\n{table}"
    ))
}
