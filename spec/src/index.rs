//! Finds a member of a large object without looking at every key.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    ops::Range,
};

use crate::tree::{Id, NONE, Tree};

/// A hash table for each large object, of the nodes that are its members.
///
/// The hash is seeded, so a document cannot be written to make its keys collide.
#[derive(Default)]
pub(crate) struct Index {
    tables: HashMap<Id, Box<[Id]>>,
    seed: RandomState,
}

impl Index {
    /// Whether an object with so many members has a table: below, comparing keys is as fast.
    pub fn covers(len: u32) -> bool {
        len > 16
    }

    /// The member of that key in an object which has a table.
    pub fn find(&self, tree: &Tree<'_>, object: Id, key: &str) -> Option<Id> {
        let table = self.tables.get(&object)?;
        let found = table[self.slot(table, tree, key)];
        (found != NONE).then_some(found)
    }

    /// A table of these members. Tells `repeated` every member whose key an earlier one has, and
    /// that earlier one.
    pub fn table(
        &self,
        tree: &Tree<'_>,
        members: &[Id],
        mut repeated: impl FnMut(Id, Id),
    ) -> Box<[Id]> {
        let mut table = vec![NONE; (members.len() * 2).next_power_of_two()].into_boxed_slice();
        for &member in members {
            let slot = self.slot(&table, tree, tree.key(member));
            match table[slot] {
                NONE => table[slot] = member,
                earlier => repeated(member, earlier),
            }
        }
        table
    }

    pub fn insert(&mut self, object: Id, table: Box<[Id]>) {
        self.tables.insert(object, table);
    }

    /// The tables of copied objects, which stand so many nodes further on.
    pub fn copy(&mut self, objects: Range<Id>, delta: Id) {
        if self.tables.is_empty() {
            return;
        }
        for object in objects {
            if let Some(table) = self.tables.get(&object) {
                let moved = table.iter().map(|&id| if id == NONE { NONE } else { id + delta });
                self.tables.insert(object + delta, moved.collect());
            }
        }
    }

    /// Where the member of that key is, or else would be.
    fn slot(&self, table: &[Id], tree: &Tree<'_>, key: &str) -> usize {
        let mask = table.len() - 1;
        let mut slot = self.seed.hash_one(key) as usize & mask;
        while table[slot] != NONE && tree.key(table[slot]) != key {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
