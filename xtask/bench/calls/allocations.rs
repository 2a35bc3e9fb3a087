//! What a call allocates and what an idle client holds, by each caller.

use std::io;

use allocation_counter::{AllocationInfo, measure};

use crate::caller::{Caller, runtime};

const CALLS: u64 = 100;

/// Prints a table in Markdown.
pub fn print(base: &str) -> io::Result<()> {
    let runtime = runtime()?;
    println!("| | allocations in a call | bytes allocated in a call | bytes of an idle client |");
    println!("| --- | --- | --- | --- |");
    for name in Caller::NAMES {
        // The first client of a process also sets up what all clients share.
        drop(Caller::new(name, base));
        let mut caller = None;
        let idle = measure(|| caller = Some(Caller::new(name, base)));
        let Some(caller) = caller else { continue };
        // The first call opens the connection.
        runtime.block_on(caller.run(1, 1));
        let of = |calls| measure(|| _ = runtime.block_on(caller.run(1, calls)));
        let (none, all) = (of(0), of(CALLS));
        let each = |figure: fn(&AllocationInfo) -> u64| (figure(&all) - figure(&none)) / CALLS;
        println!(
            "| {name} | {} | {} | {} |",
            each(|info| info.count_total),
            each(|info| info.bytes_total),
            idle.bytes_current
        );
    }
    Ok(())
}
