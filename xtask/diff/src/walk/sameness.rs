//! A quick check whether two schemas are equivalent, as most are.

use super::super::pairs::ObjectPair;
use super::super::same::same_or_absent;

/// Whether two schemas say the same, what the schemas in them say apart.
pub fn say_the_same(pair: &ObjectPair) -> bool {
    let (base, head) = (pair.base.parts(), pair.head.parts());
    base.len() == head.len()
        && base.iter().zip(head).all(|(one, other)| {
            one.is_object()
                && one.len() == other.len()
                && one.entries().all(|entry| {
                    let other = other.get(entry.key);
                    // What is in a keyword without effect is compared nowhere else.
                    let applies =
                        [&pair.base, &pair.head].iter().all(|all| all.can_apply(entry.key));
                    match (entry.key, other) {
                        _ if !applies => same_or_absent(Some(entry.value), other),
                        ("properties", Some(other)) => {
                            let known = |key: &str| other.get(key).is_some();
                            entry.value.is_object()
                                && other.is_object()
                                && entry.value.len() == other.len()
                                && entry.value.entries().all(|property| known(property.key))
                        }
                        ("items" | "additionalProperties", Some(other)) => {
                            entry.value.is_object() && other.is_object()
                                || same_or_absent(Some(entry.value), Some(other))
                        }
                        ("allOf" | "oneOf" | "anyOf", Some(other)) => {
                            entry.value.is_array() && entry.value.len() == other.len()
                        }
                        _ => same_or_absent(Some(entry.value), other),
                    }
                })
        })
}
