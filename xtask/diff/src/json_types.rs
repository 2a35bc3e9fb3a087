//! The types of JSON that a schema allows.

use spec::Node;

/// Types of values, `null` apart. Integers are apart from the other numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Types(u8);

const NAMES: [&str; 6] = ["boolean", "integer", "fraction", "string", "array", "object"];

impl Types {
    pub const ALL: Self = Self((1 << NAMES.len()) - 1);

    /// The types that the value of `type` names.
    pub fn named(value: Node) -> Self {
        let names = value.as_str().into_iter().chain(value.items().filter_map(Node::as_str));
        let bits = names.map(|name| match name {
            "number" => Self::one("integer").0 | Self::one("fraction").0,
            name => Self::one(name).0,
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }

    fn one(name: &str) -> Self {
        Self(NAMES.iter().position(|known| *known == name).map_or(0, |bit| 1 << bit))
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn has(self, name: &str) -> bool {
        self.and(Self::one(name)).0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn is_number(self) -> bool {
        self.has("integer") || self.has("fraction")
    }

    /// Whether all values are of one type.
    pub fn are_only(self, name: &str) -> bool {
        self == Self::one(name)
    }

    /// Whether they are a truth value or numbers.
    pub fn is_scalar(self, name: &str) -> bool {
        self.has(name) && matches!(name, "boolean" | "integer" | "fraction")
    }

    /// Whether a keyword of a schema can say anything about values of these types.
    pub fn can_apply(self, keyword: &str) -> bool {
        match keyword {
            "maxLength" | "minLength" | "pattern" => self.has("string"),
            "maximum" | "minimum" | "exclusiveMaximum" | "exclusiveMinimum" | "multipleOf" => {
                self.is_number()
            }
            "items" | "maxItems" | "minItems" | "uniqueItems" => self.has("array"),
            "properties"
            | "required"
            | "additionalProperties"
            | "maxProperties"
            | "minProperties" => self.has("object"),
            "format" => self.has("string") || self.is_number(),
            _ => true,
        }
    }

    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().filter(move |name| self.has(name))
    }
}
