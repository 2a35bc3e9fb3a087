//! Listed values of which each violates another schema.

use spec::Node;

use super::found::Contradiction;
use super::search::Contradictions;
use crate::words;

/// How many values of an `enum` are tried.
const MAX_VALUES: usize = 1_000;

impl<'d> Contradictions<'_, 'd> {
    /// A list of values of which each violates another schema.
    pub(super) fn values(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        let lists = schemas.iter().filter_map(|schema| Some((*schema, schema.get("enum")?)));
        let lists = lists.filter(|(_, list)| list.is_array() && list.len() <= MAX_VALUES);
        let (owner, list) = lists.min_by_key(|(_, list)| list.len())?;
        if !self.spend(list.len() * schemas.len(), owner) {
            return None;
        }
        // A value that its own schema refuses is a diagnostic of another rule.
        let own = list.items().filter(|value| !self.validator.rejects(owner, *value));
        let own: Vec<Node> = own.collect();
        let mut refusing = None;
        for value in &own {
            // A schema refuses what its parts refuse, so the parts are asked first.
            let others = schemas.iter().rev().filter(|schema| **schema != owner);
            refusing =
                Some(*others.into_iter().find(|other| self.validator.rejects(**other, *value))?);
        }
        let owner = words::schema(owner);
        let other = words::schema(refusing?);
        let shown: Vec<String> = own.iter().take(5).map(|value| words::value(*value)).collect();
        let more = if own.len() > shown.len() { ", …" } else { "" };
        let message = match own.len() {
            1 => format!("{other} does not allow the only value of {owner}, {}", shown[0]),
            _ => {
                format!("the other parts allow no value of {owner}: {}{more}", shown.join(", "))
            }
        };
        Some(Contradiction::new(message))
    }
}
