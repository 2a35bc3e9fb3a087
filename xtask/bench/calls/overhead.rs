//! The time of a call by each caller, from rounds in which the callers take turns: whatever else the
//! machine does meets all of them alike.

use std::io;

use tokio::runtime::Runtime;

use crate::caller::{Caller, runtime};

/// How many calls are in progress at a time.
const WIDTHS: [usize; 3] = [1, 16, 64];

const ROUNDS: usize = 101;

/// In each round, by each caller.
const CALLS: usize = 512;

/// Prints a table in Markdown. All figures are medians over the rounds; callers are compared within a
/// round.
pub fn print(base: &str) -> io::Result<()> {
    let runtime = runtime()?;
    let callers = Caller::NAMES.map(|name| Caller::new(name, base));
    println!("| calls at a time | caller | time of a call | to reqwest | to progenitor alone |");
    println!("| --- | --- | --- | --- | --- |");
    for width in WIDTHS {
        let rounds: Vec<_> = (0..ROUNDS).map(|_| round(&runtime, &callers, width)).collect();
        for (at, name) in Caller::NAMES.iter().enumerate() {
            let over = |figure: &dyn Fn(&[f64; 4]) -> f64| median(rounds.iter().map(figure));
            let to = |other: usize| {
                let more = over(&|times| times[at] - times[other]);
                format!("× {:.2}, {more:+.1} µs", over(&|times| times[at] / times[other]))
            };
            let time = over(&|times| times[at]);
            println!("| {width} | {name} | {time:.1} µs | {} | {} |", to(0), to(1));
        }
    }
    Ok(())
}

/// The time of a call by each caller, in microseconds.
fn round(runtime: &Runtime, callers: &[Caller; 4], width: usize) -> [f64; 4] {
    let calls = CALLS / width;
    callers.each_ref().map(|caller| {
        let taken = runtime.block_on(caller.run(width, calls as u64));
        1e6 * taken.as_secs_f64() / (calls * width) as f64
    })
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
