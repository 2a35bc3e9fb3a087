//! What a call allocates and what an idle client holds, compared with bare reqwest, as a table.
//!
//! `cargo bench --bench memory`

#[path = "call/caller.rs"]
mod caller;
#[path = "call/server.rs"]
mod server;

use allocation_counter::{AllocationInfo, measure};

use caller::Caller;

const CALLS: u64 = 100;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let base = server::start();
    println!("| | allocations in a call | bytes allocated in a call | bytes of an idle client |");
    println!("| --- | --- | --- | --- |");
    for name in Caller::NAMES {
        // What the first client of a process sets up for all is none of the others'.
        drop(Caller::new(name, &base));
        let mut caller = None;
        let idle = measure(|| caller = Some(Caller::new(name, &base)));
        let Some(caller) = caller else { continue };
        // The first call opens the connection.
        runtime.block_on(caller.run(1, 1));
        let of = |calls| measure(|| _ = runtime.block_on(caller.run(1, calls)));
        let (none, all) = (of(0), of(CALLS));
        let each = |figure: fn(&AllocationInfo) -> u64| (figure(&all) - figure(&none)) / CALLS;
        println!(
            "| {} | {} | {} | {} |",
            caller.name,
            each(|info| info.count_total),
            each(|info| info.bytes_total),
            idle.bytes_current
        );
    }
}
