//! What the client adds to a call, from rounds in which the callers take turns.

use tokio::runtime::Runtime;

use crate::caller::Caller;

/// How many calls are on their way at a time.
pub const WIDTHS: [usize; 3] = [1, 16, 64];

const ROUNDS: usize = 101;

/// In each round, by each caller.
const CALLS: usize = 512;

/// Prints a table in Markdown. All figures are medians over the rounds; what one caller takes more
/// than another is compared within a round.
pub fn print(runtime: &Runtime, callers: &[Caller; 3]) {
    println!("| calls at a time | reqwest | client | overhead | throughput | signing |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for width in WIDTHS {
        let rounds: Vec<_> = (0..ROUNDS).map(|_| round(runtime, callers, width)).collect();
        let over = |figure: fn(&[f64; 3]) -> f64| median(rounds.iter().map(figure));
        println!(
            "| {width} | {:.1} µs | {:.1} µs | {:+.1} µs, {:+.1} % | × {:.2} | {:+.1} µs |",
            over(|[bare, ..]| *bare),
            over(|[_, client, _]| *client),
            over(|[bare, client, _]| client - bare),
            over(|[bare, client, _]| 100.0 * (client / bare - 1.0)),
            over(|[bare, client, _]| bare / client),
            over(|[_, client, signing]| signing - client),
        );
    }
}

/// The time for each call, by each caller, in microseconds.
fn round(runtime: &Runtime, callers: &[Caller; 3], width: usize) -> [f64; 3] {
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
