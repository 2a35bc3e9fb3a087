//! The members of a JSON object, each name once.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Name, value, and whether there was another value under the same name.
pub(super) struct Members<'de>(pub(super) Vec<(String, &'de RawValue, bool)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members: Vec<(String, &RawValue, bool)> = Vec::new();
        let mut places = HashMap::new();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            let place = *places.entry(name.clone()).or_insert(members.len());
            match members.get_mut(place) {
                None => members.push((name, value, false)),
                // Null says nothing that could contradict.
                Some(_) if value.get() == "null" => {}
                Some((_, known, _)) if known.get() == "null" => *known = value,
                Some((_, known, is_doubtful)) => {
                    *is_doubtful |= known.get() != value.get();
                    *known = value;
                }
            }
        }
        Ok(Members(members))
    }
}
