//! Maps and sets of nodes.

use std::collections::{HashMap, HashSet};

// A hash of a node is of its number, which no document can choose to collide, so that the hash of
// the standard library, which is several times slower, is not needed.
use foldhash::fast::FixedState;
use spec::Node;

/// Values by node.
pub type NodeMap<'d, V> = HashMap<Node<'d>, V, FixedState>;

/// A set of nodes.
pub type NodeSet<'d> = HashSet<Node<'d>, FixedState>;

/// A set of pairs of a schema and a value.
pub type PairSet<'d> = HashSet<(Node<'d>, Node<'d>), FixedState>;
