//! What the specification says of an object and its fields.

use super::kind::ObjectKind;

/// What the specification says of an object.
#[derive(Debug)]
pub struct Object {
    /// What it is by its place.
    pub kind: ObjectKind,
    /// What messages call it.
    pub name: &'static str,
    /// The fields with a fixed name, sorted by it.
    pub fields: &'static [Field],
    /// What every other field holds, if there may be others.
    pub others: Option<FieldType>,
    /// Whether fields that start with `x-` are free.
    pub extensible: bool,
}

/// A field with a fixed name.
#[derive(Debug)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// What values of it must be.
    pub holds: FieldType,
    /// Whether the object must have it.
    pub required: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// Any value.
    Any,
    /// A string.
    Text,
    /// A string that is an absolute or relative URL.
    Url,
    /// A string that is an e-mail address.
    Email,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A number above zero.
    Positive,
    /// A whole number of at least zero.
    Count,
    /// An object of this kind and no reference.
    Object(ObjectKind),
    /// An object of this kind, or a reference to one.
    Part(ObjectKind),
    /// The text of a reference to an object of this kind.
    Reference(ObjectKind),
    /// A schema, or whether anything is allowed.
    SchemaOrBool,
    /// A list of these.
    List(&'static FieldType),
    /// A list with at least one item.
    Several(&'static FieldType),
    /// An object whose values are these.
    Map(&'static FieldType),
}

impl Object {
    /// Returns the field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let fields = self.fields;
        fields.binary_search_by_key(&name, |field| field.name).ok().map(|at| &fields[at])
    }

    /// Returns the name with its article.
    pub fn title(&self) -> String {
        let vowel = self.name.starts_with(['a', 'e', 'i', 'o', 'O', 'X']);
        format!("{} {}", if vowel { "an" } else { "a" }, self.name)
    }
}

pub(super) const fn optional(name: &'static str, holds: FieldType) -> Field {
    Field { name, holds, required: false }
}

pub(super) const fn required(name: &'static str, holds: FieldType) -> Field {
    Field { name, holds, required: true }
}

pub(super) const fn object(
    kind: ObjectKind,
    name: &'static str,
    fields: &'static [Field],
) -> Object {
    Object { kind, name, fields, others: None, extensible: true }
}
