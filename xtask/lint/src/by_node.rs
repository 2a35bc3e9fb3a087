//! Maps and sets of nodes.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use spec::Node;

/// What is known of each node.
pub type NodeMap<'d, V> = HashMap<Node<'d>, V, BuildHasherDefault<NodeHasher>>;

/// Nodes, each once.
pub type NodeSet<'d> = HashSet<Node<'d>, BuildHasherDefault<NodeHasher>>;

/// Schemas with a value each.
pub type PairSet<'d> = HashSet<(Node<'d>, Node<'d>), BuildHasherDefault<NodeHasher>>;

/// Spreads the numbers of nodes, which count from zero. Nobody can choose them to collide, so the
/// hash of the standard library, which is several times slower, is not needed.
#[derive(Default)]
pub struct NodeHasher(u64);

impl Hasher for NodeHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        // The odd number closest to 2^64 divided by the golden ratio.
        self.0 = (self.0.rotate_left(29) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
