//! Nothing that the reader and the rules are given stops them or keeps them busy.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    lint::check(spec::Source::from_bytes("fuzz.yaml", bytes.to_vec()), &|_| true);
});
