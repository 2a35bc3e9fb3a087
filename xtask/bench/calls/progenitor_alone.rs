//! The client that progenitor alone generates. `cargo xtask bench client` names the file.
#![allow(dead_code)]

include!(env!("PROGENITOR_ALONE", "run `cargo xtask bench client`"));
