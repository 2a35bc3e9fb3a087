//! The circles that stay, each with its reason and all of its files.

pub const ALLOWED: &[(&str, &[&str])] = &[
    (
        "a document hands out nodes, and a node borrows its document",
        &["spec/src/document.rs", "spec/src/node.rs"],
    ),
    (
        "the index belongs to the tree that it is built from",
        &["spec/src/index.rs", "spec/src/tree.rs"],
    ),
];
