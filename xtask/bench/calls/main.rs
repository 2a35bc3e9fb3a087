//! A call through the client, compared with the same call by bare reqwest, and by the client that
//! progenitor alone generates. `cargo xtask bench client` generates that client, builds this program
//! with it and runs it.

mod allocations;
mod caller;
mod overhead;
mod progenitor_alone;
mod server;

use std::error::Error;

use caller::Caller;

const USAGE: &str =
    "expected `callers`, `overhead`, `allocations`, `serve` or `make CALLER URL CALLS`";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &*arguments.iter().map(String::as_str).collect::<Vec<_>>() {
        ["callers"] => println!("{}", Caller::NAMES.join("\n")),
        ["overhead"] => overhead::print(&server::start())?,
        ["allocations"] => allocations::print(&server::start())?,
        ["serve"] => {
            println!("{}", server::start());
            // Until the process that has started this one closes the input, or ends.
            std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
        }
        // Nothing else happens in this process, so that its instructions can be counted.
        ["make", name, base, calls] => {
            let calls = calls.parse()?;
            caller::runtime()?.block_on(Caller::new(name, base).run(1, calls));
        }
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
