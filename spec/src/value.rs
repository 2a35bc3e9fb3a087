//! The value of a node in Rust and in JSON.

use serde_json::{Number, Value};

use crate::{node::Node, scalar, tree::Shape};

impl<'d> Node<'d> {
    /// Returns the text of a string; `None` for any other type.
    pub fn as_str(self) -> Option<&'d str> {
        match self.raw().shape {
            Shape::String(text) => Some(self.document.tree.text(text)),
            _ => None,
        }
    }

    /// Returns the value of a boolean; `None` for any other type.
    pub fn as_bool(self) -> Option<bool> {
        match self.raw().shape {
            Shape::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// Returns a number as it is written: `1.50`, `1e3`, `0x1F`.
    pub fn number_text(self) -> Option<&'d str> {
        match self.raw().shape {
            Shape::Number(text) => Some(self.document.tree.text(text)),
            _ => None,
        }
    }

    /// Returns a number without fraction and exponent, if it fits.
    pub fn as_i64(self) -> Option<i64> {
        scalar::integer(self.number_text()?)?.try_into().ok()
    }

    /// Returns a number without sign, fraction and exponent, if it fits.
    pub fn as_u64(self) -> Option<u64> {
        scalar::integer(self.number_text()?)?.try_into().ok()
    }

    /// Returns the double that is closest to a number.
    pub fn as_f64(self) -> Option<f64> {
        self.number_text().map(scalar::float)
    }

    /// Returns the value as a `serde_json::Value`.
    ///
    /// Of a repeated key the first member counts. Whole numbers beyond 64 bits become doubles; what
    /// JSON cannot write (`.inf`) or a double cannot hold (`1e400`) becomes `null`, and is among the
    /// document's diagnostics.
    pub fn to_value(self) -> Value {
        match self.raw().shape {
            Shape::Null => Value::Null,
            Shape::Bool(value) => Value::Bool(value),
            Shape::Number(text) => number(self.document.tree.text(text)),
            Shape::String(text) => Value::String(self.document.tree.text(text).to_owned()),
            Shape::Array { .. } => self.items().map(Node::to_value).collect(),
            Shape::Object { .. } => {
                let mut object = serde_json::Map::with_capacity(self.len());
                for entry in self.entries() {
                    object.entry(entry.key).or_insert_with(|| entry.value.to_value());
                }
                Value::Object(object)
            }
        }
    }
}

fn number(text: &str) -> Value {
    let whole = scalar::integer(text);
    let signed = whole.and_then(|whole| i64::try_from(whole).ok()).map(Number::from);
    let unsigned = || whole.and_then(|whole| u64::try_from(whole).ok()).map(Number::from);
    let double = || Number::from_f64(scalar::float(text));
    signed.or_else(unsigned).or_else(double).map_or(Value::Null, Value::Number)
}
