//! What decides the type in Rust of a schema, and what compositions make of it.

use spec::{Kind as JsonKind, Node};

use super::rust_type::{Form, Rest, RustType};

/// What decides the type of a schema.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// The name in Rust of the component that it is.
    pub name: Option<String>,
    /// The name of the component that the component only repeats.
    pub wraps: Option<String>,
    pub kind: Option<Kind>,
    /// Whether it is a string with known values.
    pub listed: bool,
    pub secret: bool,
    pub format: String,
    pub minimum: Option<String>,
    pub maximum: Option<String>,
    pub has_properties: bool,
    pub rest: Rest,
    pub nullable: bool,
}

/// The type that a schema names or implies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    List,
    Bool,
    Integer,
    Number,
    Object,
    Text,
}

impl Kind {
    /// Returns the kind of a schema: its `type`, or the one to which its keywords apply.
    pub fn of(node: Node) -> Option<Self> {
        let written = node.get("type").and_then(Node::as_str).and_then(Self::named);
        written.or_else(|| Self::implied(node))
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "array" => Self::List,
            "boolean" => Self::Bool,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "object" => Self::Object,
            "string" => Self::Text,
            _ => return None,
        })
    }

    fn implied(node: Node) -> Option<Self> {
        let has = |key| node.get(key).is_some();
        let values: Vec<Node> = node.get("enum").into_iter().flat_map(Node::items).collect();
        let all = |is: fn(&Node) -> bool| !values.is_empty() && values.iter().all(is);
        match () {
            () if has("properties") || has("additionalProperties") || has("required") => {
                Some(Self::Object)
            }
            () if has("items") => Some(Self::List),
            () if all(|value| value.as_str().is_some() || value.kind() == JsonKind::Null) => {
                Some(Self::Text)
            }
            () if all(|value| value.to_value().is_i64()) => Some(Self::Integer),
            () if all(|value| value.as_f64().is_some()) => Some(Self::Number),
            () if all(|value| value.as_bool().is_some()) => Some(Self::Bool),
            () => None,
        }
    }
}

impl Shape {
    /// Whether it says anything about the type.
    pub fn has_type(&self) -> bool {
        self.kind.is_some() || self.name.is_some()
    }

    /// Returns what a value is for which both hold.
    pub fn all_of(self, other: Self) -> Self {
        if self.name.is_some() && self.name == other.name {
            return other;
        }
        match (self.kind, other.kind) {
            (None, _) => Self { name: None, wraps: None, ..other },
            (_, None) => Self { name: None, wraps: None, ..self },
            (Some(Kind::Integer), Some(Kind::Number)) => Self { name: None, wraps: None, ..self },
            (Some(Kind::Number), Some(Kind::Integer)) => Self { name: None, wraps: None, ..other },
            (one, two) if one == two => Self {
                name: None,
                wraps: None,
                kind: one,
                listed: self.listed || other.listed,
                secret: self.secret || other.secret,
                format: if other.format.is_empty() { self.format } else { other.format },
                minimum: other.minimum.or(self.minimum),
                maximum: other.maximum.or(self.maximum),
                has_properties: self.has_properties || other.has_properties,
                rest: if other.rest == Rest::None { self.rest } else { other.rest },
                nullable: self.nullable || other.nullable,
            },
            // No value is both.
            _ => Self { nullable: self.nullable || other.nullable, ..Self::default() },
        }
    }

    /// Returns what a value is for which one of these holds: the only one, or one type for all.
    pub fn any_of(alternatives: Vec<Self>) -> Self {
        if let [only] = alternatives.as_slice() {
            return only.clone();
        }
        let all = |kinds: &[Kind]| {
            alternatives.iter().all(|shape| shape.kind.is_some_and(|kind| kinds.contains(&kind)))
        };
        let each = [Kind::Object, Kind::List, Kind::Text, Kind::Integer, Kind::Bool];
        let common = each.into_iter().find(|kind| all(&[*kind]));
        let number = all(&[Kind::Integer, Kind::Number]).then_some(Kind::Number);
        let kind = common.or(number).filter(|_| !alternatives.is_empty());
        let secret = alternatives.iter().any(|shape| shape.secret) && kind == Some(Kind::Text);
        let open = alternatives.iter().any(|shape| {
            shape.rest != Rest::None || shape.kind == Some(Kind::Object) && !shape.has_properties
        });
        Self {
            kind,
            secret,
            listed: alternatives.iter().all(|shape| shape.listed) && kind.is_some() && !secret,
            has_properties: alternatives.iter().any(|shape| shape.has_properties),
            rest: if open && kind == Some(Kind::Object) { Rest::Any } else { Rest::None },
            nullable: alternatives.iter().any(|shape| shape.nullable),
            ..Self::default()
        }
    }

    /// Returns the type in Rust.
    pub fn rust_type(self) -> RustType {
        let form = match self.kind {
            None => Form::Value,
            Some(Kind::Text) if self.secret => Form::Secret,
            Some(Kind::Text) if self.listed => Form::Enum,
            Some(Kind::Text) => Form::Text,
            Some(Kind::Integer) => {
                let (minimum, maximum) = (self.minimum.as_deref(), self.maximum.as_deref());
                mapping::integer(&self.format, minimum, maximum).map_or(Form::Value, Form::Integer)
            }
            Some(Kind::Number) => Form::Float,
            Some(Kind::Bool) => Form::Bool,
            Some(Kind::List) => Form::List,
            Some(Kind::Object) if self.has_properties => Form::Struct(self.rest),
            Some(Kind::Object) => Form::Map { typed: self.rest == Rest::Typed },
        };
        RustType { name: self.name, wraps: self.wraps, form, nullable: self.nullable }
    }
}
