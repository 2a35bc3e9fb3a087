//! Nothing that two documents say stops diff or keeps it busy.

#![no_main]

/// What is between the two documents.
const BREAK: &[u8] = b"\n=====\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let middle = bytes.windows(BREAK.len()).position(|window| window == BREAK);
    let (base, head) = match middle {
        Some(middle) => (&bytes[..middle], &bytes[middle + BREAK.len()..]),
        None => (bytes, bytes),
    };
    let [base, head] =
        [base, head].map(|bytes| spec::Source::from_bytes("fuzz.yaml", bytes.to_vec()));
    if let (Ok(base), Ok(head)) = (diff::parse(&base), diff::parse(&head)) {
        drop([diff::compare(&base, &head), diff::compare(&head, &base)]);
    }
});
