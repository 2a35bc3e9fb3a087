//! The cost of a call through the client, compared with the same call by bare reqwest.
//!
//! `cargo bench --bench call` prints criterion's figures and then the overhead as a table, which
//! is measured apart: the callers take turns within each round, so that whatever else the machine
//! does meets all of them alike. A filter that matches nothing leaves only this table:
//! `cargo bench --bench call -- none`.
//!
//! One thread makes the calls and another responds to them, over connections that are kept alive.

mod caller;
mod overhead;
mod server;

use criterion::{Criterion, Throughput};
use tokio::runtime::Runtime;

use caller::Caller;
use overhead::WIDTHS;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let base = server::start();
    let callers = Caller::NAMES.map(|name| Caller::new(name, &base));
    let mut criterion = Criterion::default().configure_from_args();
    for width in WIDTHS {
        measure(&mut criterion, &runtime, &callers, width);
    }
    criterion.final_summary();
    // `cargo test --benches` only tries whether all of this runs.
    if std::env::args().any(|argument| argument == "--bench") {
        overhead::print(&runtime, &callers);
    }
}

fn measure(criterion: &mut Criterion, runtime: &Runtime, callers: &[Caller], width: usize) {
    let mut group = criterion.benchmark_group(format!("{width} at a time"));
    group.throughput(Throughput::Elements(width as u64));
    for caller in callers {
        group.bench_function(caller.name, |bencher| {
            bencher.iter_custom(|calls| runtime.block_on(caller.run(width, calls)));
        });
    }
    group.finish();
}
