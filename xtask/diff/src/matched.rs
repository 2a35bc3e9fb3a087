//! Finds for each thing of the old document the same thing of the new one.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// What is in both documents, and what is in one of them only.
#[derive(Clone, Debug)]
pub struct Matched<T> {
    pub matched: Vec<(T, T)>,
    pub removed: Vec<T>,
    pub added: Vec<T>,
}

impl<T: Copy> Matched<T> {
    /// Nothing is matched yet.
    pub fn of(base: impl IntoIterator<Item = T>, head: impl IntoIterator<Item = T>) -> Self {
        let (removed, added) = (base.into_iter().collect(), head.into_iter().collect());
        Self { matched: Vec::new(), removed, added }
    }

    /// Matches what is left and has the same key; what has none is left.
    pub fn by<K: Hash + Eq>(mut self, mut key: impl FnMut(T) -> Option<K>) -> Self {
        let mut waiting: HashMap<K, VecDeque<T>> = HashMap::new();
        if self.removed.is_empty() || self.added.is_empty() {
            return self;
        }
        for &one in &self.added {
            if let Some(key) = key(one) {
                waiting.entry(key).or_default().push_back(one);
            }
        }
        let mut taken: HashMap<K, usize> = HashMap::new();
        let matched = &mut self.matched;
        self.removed.retain(|&one| {
            let Some(name) = key(one) else { return true };
            let Some(other) = waiting.get_mut(&name).and_then(VecDeque::pop_front) else {
                return true;
            };
            matched.push((one, other));
            *taken.entry(name).or_default() += 1;
            false
        });
        self.added.retain(|&one| {
            let left = key(one).and_then(|key| taken.get_mut(&key)).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_none()
        });
        self
    }

    /// Matches the rest in its order, if as many were removed as were added.
    pub fn in_order(mut self) -> Self {
        if self.removed.len() == self.added.len() {
            self.matched.extend(self.removed.drain(..).zip(self.added.drain(..)));
        }
        self
    }

    pub fn map<U>(self, map: impl Fn(T) -> U) -> Matched<U> {
        Matched {
            matched: self.matched.into_iter().map(|(base, head)| (map(base), map(head))).collect(),
            removed: self.removed.into_iter().map(&map).collect(),
            added: self.added.into_iter().map(&map).collect(),
        }
    }
}
