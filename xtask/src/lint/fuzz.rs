//! Documents that are broken at random neither stop the reader and the rules nor keep them busy.
//!
//! `FUZZ_SECONDS=3600 FUZZ_SEEDS=folder cargo test --release -p xtask fuzz -- --ignored --nocapture`

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use fastrand::Rng;
use spec::Source;

use super::{RULES, check};

/// The longest that one document may take.
const LIMIT: Duration = Duration::from_secs(10);
/// The most bytes of a document: the rules are linear, and small documents are broken more often.
const MAX_BYTES: usize = 100_000;
/// What YAML, references and the rules treat in a way of their own.
const PIECES: &[&str] = &[
    " &a ",
    "*a",
    "<<: *a",
    "!!str ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "? ",
    "- ",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "#",
    "\t",
    "\r\n",
    "\u{feff}",
    "\0",
    "\u{1F600}",
    "\\u",
    "~",
    "null",
    "1e999",
    "-0",
    "0x",
    "$ref: '#/",
    "$ref: '#'",
    "$ref: a.yaml",
    "%7E",
    "~1",
    "allOf: [",
    "oneOf: [",
    "discriminator: {propertyName: a}",
    "pattern: '(a+)+$'",
    "pattern: '['",
    "{a}",
    "{$request.body#/",
    "x-",
    "default",
    "example: ",
    "enum: [",
    "maxLength: 99999999999999999999",
    "multipleOf: 1e-300",
];

#[test]
#[ignore = "takes as long as FUZZ_SECONDS says"]
fn fuzz() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seconds = number("FUZZ_SECONDS").unwrap_or(60);
    let first = number("FUZZ_FIRST").unwrap_or_else(|| fastrand::u64(..u64::MAX / 2));
    let seeds = seeds();
    // The one that is being looked at, for whoever waits.
    static RUN: AtomicU64 = AtomicU64::new(0);
    RUN.store(first, Relaxed);
    thread::spawn(|| {
        loop {
            let before = RUN.load(Relaxed);
            thread::sleep(LIMIT);
            if RUN.load(Relaxed) == before {
                eprintln!("FUZZ_FIRST={before} takes too long");
                process::abort();
            }
        }
    });
    println!("FUZZ_FIRST={first}, {} documents to start from", seeds.len());
    let (start, mut slowest) = (Instant::now(), Duration::ZERO);
    while start.elapsed().as_secs() < seconds {
        let run = RUN.load(Relaxed);
        let text = broken(&mut Rng::with_seed(run), &seeds);
        let before = Instant::now();
        // A panic is shown with the number that leads to it again.
        let result =
            std::panic::catch_unwind(|| check(Source::from_bytes("fuzz.yaml", text), &|_| true));
        assert!(result.is_ok(), "FUZZ_FIRST={run} panics");
        if before.elapsed() > slowest {
            slowest = before.elapsed();
            println!("FUZZ_FIRST={run} takes {slowest:?}");
        }
        RUN.store(run + 1, Relaxed);
    }
    println!("{} documents, none took longer than {slowest:?}", RUN.load(Relaxed) - first);
}

/// The documents of all rules, and the files of a folder.
fn seeds() -> Vec<Vec<u8>> {
    let own = RULES.iter().flat_map(|rule| rule.failing.iter().chain(rule.passing));
    let own = own.map(|text| super::tests::complete(text).into_bytes());
    let folder = env::var_os("FUZZ_SEEDS").map(PathBuf::from);
    let files = folder.into_iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files = files.map(|file| fs::read(file.expect("a file").path()).expect("a document"));
    own.chain(files.filter(|bytes| bytes.len() <= MAX_BYTES)).collect()
}

/// One of the documents, with some changes.
fn broken(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut text = rng.choice(seeds).cloned().unwrap_or_default();
    for _ in 0..rng.usize(1..12) {
        let (from, to) = (part(rng, &text), rng.usize(..=text.len()));
        match rng.u8(..7) {
            0 => drop(text.drain(from)),
            1 => text.truncate(if rng.u8(..20) == 0 { to } else { text.len() }),
            2 => insert(&mut text, to, rng.choice(PIECES).unwrap_or(&"").as_bytes()),
            3 => insert(&mut text, to, &[rng.u8(..)]),
            4 => {
                let copy = text[from].to_vec();
                insert(&mut text, to, &copy);
            }
            5 => {
                let piece = rng.choice(PIECES).unwrap_or(&"").as_bytes();
                text.splice(from, piece.iter().copied());
            }
            _ => {
                let other = rng.choice(seeds).map_or(&[][..], Vec::as_slice);
                insert(&mut text, to, &other[part(rng, other)]);
            }
        }
        text.truncate(2 * MAX_BYTES);
    }
    text
}

/// A piece of a text: some lines, a word, or anything.
fn part(rng: &mut Rng, text: &[u8]) -> std::ops::Range<usize> {
    let start = rng.usize(..=text.len());
    let is_end: fn(&u8) -> bool = match rng.u8(..3) {
        0 => |byte| *byte == b'\n',
        1 => |byte| !byte.is_ascii_alphanumeric(),
        _ => |byte| byte.is_multiple_of(16),
    };
    let start = text[..start].iter().rposition(is_end).map_or(0, |at| at + 1);
    let mut end = start;
    for _ in 0..rng.usize(1..4) {
        end += text[end..].iter().position(is_end).map_or(text.len() - end, |at| at + 1);
    }
    start..end
}

fn insert(text: &mut Vec<u8>, at: usize, piece: &[u8]) {
    text.splice(at..at, piece.iter().copied());
}
