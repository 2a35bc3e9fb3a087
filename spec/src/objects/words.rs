//! The expected value of a field, in words.

use super::object::{FieldType, Object};

impl FieldType {
    /// Returns the expected value, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Any => "any value".into(),
            Self::Text | Self::Url | Self::Email | Self::Reference(_) => "a string".into(),
            Self::OneOf(values) => format!("one of `{}`", values.join("`, `")),
            Self::Bool => "`true` or `false`".into(),
            Self::Number => "a number".into(),
            Self::Positive => "a number above 0".into(),
            Self::Count => "an integer of at least 0".into(),
            Self::Object(kind) => Object::name(*kind),
            Self::Part(kind) => format!("{} or a reference", Object::name(*kind)),
            Self::SchemaOrBool => "a schema or a boolean".into(),
            Self::List(item) | Self::Several(item) => match item {
                Self::Text => "a list of strings".into(),
                Self::Object(kind) | Self::Part(kind) => {
                    format!("a list in which each item is {}", Object::name(*kind))
                }
                _ => "a list".into(),
            },
            Self::Map(value) => match value {
                Self::Object(kind) | Self::Part(kind) => {
                    format!("an object in which each value is {}", Object::name(*kind))
                }
                Self::Text => "an object whose values are strings".into(),
                _ => "an object".into(),
            },
        }
    }
}
