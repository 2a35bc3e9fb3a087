//! A ModelArts app authentication service that runs until Ctrl-C.

fn main() {}
