//! What `cargo test` prints about tests and doctests.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The tests that cargo ran.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Suite {
    pub passed: usize,
    /// The reason of each failure, one line, by the name of the test.
    pub failures: BTreeMap<String, String>,
}

impl Suite {
    /// Reads the output of `cargo test`; returns `None` if a test program did not come to its end.
    pub fn read(printed: &str) -> Option<Self> {
        let started = printed.lines().filter(|line| line.starts_with("running "));
        let results = || printed.lines().filter_map(|line| line.strip_prefix("test result: "));
        if started.count() != results().count() {
            return None;
        }
        let passed = results().filter_map(|line| {
            let (before, _) = line.split_once(" passed")?;
            before.rsplit(' ').next()?.parse::<usize>().ok()
        });
        Some(Self { passed: passed.sum(), failures: failures(printed) })
    }

    /// Returns how many tests ran.
    pub fn run(&self) -> usize {
        self.passed + self.failures.len()
    }

    /// Adds other tests.
    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failures.extend(other.failures.clone());
    }
}

/// Returns the failures that a test program describes at its end.
fn failures(printed: &str) -> BTreeMap<String, String> {
    let mut failures = BTreeMap::new();
    let failed = printed.lines().filter_map(|line| {
        line.strip_prefix("test ")?.strip_suffix(" ... FAILED").map(str::to_owned)
    });
    for name in failed {
        let (name, _) = name.split_once(" - compile").unwrap_or((&name, ""));
        failures.insert(name.trim().to_owned(), "no message".to_owned());
    }
    for block in printed.split("\n---- ").skip(1) {
        let Some((name, rest)) = block.split_once(" stdout ----\n") else { continue };
        let mut lines = rest.lines().map(str::trim).filter(|line| !line.is_empty());
        let reason = lines.clone().skip_while(|line| !line.contains("panicked at")).nth(1);
        let reason = reason.or_else(|| lines.find(|line| line.starts_with("error")));
        if let Some(reason) = reason {
            failures.insert(name.to_owned(), reason.to_owned());
        }
    }
    failures
}

#[test]
fn results_are_read_from_the_output_of_cargo() {
    let printed = "
running 3 tests
test generated::a ... ok
test generated::b ... FAILED
test generated::c ... ok

failures:

---- generated::b stdout ----

thread 'generated::b' (7) panicked at tests/src/harness/check/case.rs:93:13:
GetB 200 example: response /a: documented 1, found nothing
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace


failures:
    generated::b

test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.03s
";
    let reason = "GetB 200 example: response /a: documented 1, found nothing";
    let failures = BTreeMap::from([("generated::b".to_owned(), reason.to_owned())]);
    assert_eq!(Suite::read(printed), Some(Suite { passed: 2, failures }));
    assert_eq!(Suite::read("\nrunning 3 tests\ntest generated::a ... ok\n"), None);
    let doctest = "
running 1 test
test client/src/generated/operations.rs - generated::Client::a (line 7) - compile ... FAILED

failures:

---- client/src/generated/operations.rs - generated::Client::a (line 7) stdout ----
error[E0425]: cannot find value `b` in this scope

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.03s
";
    let name = "client/src/generated/operations.rs - generated::Client::a (line 7)";
    let reason = "error[E0425]: cannot find value `b` in this scope";
    let failures = BTreeMap::from([(name.to_owned(), reason.to_owned())]);
    assert_eq!(Suite::read(doctest), Some(Suite { passed: 0, failures }));
}
