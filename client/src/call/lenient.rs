//! Decodes responses that differ from JSON or from their schema, as long as no value is guessed.

mod members;
mod number;

use std::cell::RefCell;
use std::collections::HashSet;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;
use serde_json::value::RawValue;

use super::json_text::JsonText;
use super::lenient::members::Members;
use super::lenient::number::Number;

/// How often a body is read: once, and once more without the numbers that do not fit. A number
/// that hides others until it is left out costs one more.
const PASSES: usize = 4;

/// The deepest nesting that is read, like that of `serde_json`.
const DEEPEST: u8 = 128;

/// Decodes a body that strict decoding refused; `None` if nothing certain can be made of it.
///
/// - Numbers may be text, and text may be a number; `1e3` and `0.0` are integers.
/// - A number that does not fit its type is left out, and so is a null in a list or a map of values.
/// - Of members with the same name the last one counts, or the last that is not null.
/// - Text is repaired as [`JsonText`] says.
///
/// A secret is taken only if it is certain: not from one of several members with the same name but
/// different values, and not repaired.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    let text = JsonText::of(body).text;
    let raw: &RawValue = serde_json::from_str(&text).ok()?;
    let mut left_out = HashSet::new();
    for _ in 0..PASSES {
        let pass = DecodePass { left_out: left_out.clone(), misfits: RefCell::default() };
        let value = T::deserialize(Lenient { raw, is_doubtful: false, depth: 0, pass: &pass });
        let misfits = pass.misfits.into_inner();
        if misfits.is_empty() {
            return value.ok();
        }
        left_out.extend(misfits);
    }
    None
}

/// What is known of the numbers that do not fit, by the addresses of their texts.
struct DecodePass {
    left_out: HashSet<usize>,
    misfits: RefCell<HashSet<usize>>,
}

/// A value of a response.
#[derive(Clone, Copy)]
struct Lenient<'de> {
    raw: &'de RawValue,
    /// Whether the value, or one around it, had another value under the same name.
    is_doubtful: bool,
    depth: u8,
    pass: &'de DecodePass,
}

impl<'de> Lenient<'de> {
    fn text(self) -> &'de str {
        self.raw.get()
    }

    /// A value inside this one.
    fn inner(self, raw: &'de RawValue, is_doubtful: bool) -> Self {
        Self { raw, is_doubtful: self.is_doubtful || is_doubtful, depth: self.depth + 1, ..self }
    }

    fn check_depth(self) -> Result<(), Error> {
        if self.depth < DEEPEST { Ok(()) } else { Err(Error::custom("too many levels")) }
    }

    fn is_null(self) -> bool {
        self.text() == "null"
    }

    fn is_left_out(self) -> bool {
        self.pass.left_out.contains(&self.text().as_ptr().addr())
    }

    /// Leaves out a number or a null. Nothing but an optional value can be left out, or a null in a
    /// list or a map.
    fn misfit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let address = self.text().as_ptr().addr();
        if self.is_left_out() {
            return Err(Error::custom("a value does not fit its type"));
        }
        self.pass.misfits.borrow_mut().insert(address);
        // This pass only finds what does not fit; its value is not used.
        visitor.visit_u8(0)
    }

    fn members<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() {
            return self.misfit(visitor);
        }
        self.check_depth()?;
        let members: Members = serde_json::from_str(self.text())?;
        let members = members.0.into_iter();
        let members = members.map(|(key, raw, is_doubtful)| (key, self.inner(raw, is_doubtful)));
        let members = members.filter(|(_, value)| !(value.is_null() && value.is_left_out()));
        visitor.visit_map(MapDeserializer::new(members))
    }

    fn elements<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() {
            return self.misfit(visitor);
        }
        self.check_depth()?;
        let elements: Vec<&'de RawValue> = serde_json::from_str(self.text())?;
        let elements = elements.into_iter().map(|raw| self.inner(raw, false));
        let elements = elements.filter(|value| !(value.is_null() && value.is_left_out()));
        visitor.visit_seq(SeqDeserializer::new(elements))
    }
}

macro_rules! numbers {
    ($($deserialize:ident $visit:ident $convert:ident,)*) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match Number::of(self.text()) {
                Some(number) => match number.$convert() {
                    Some(value) => visitor.$visit(value),
                    None => self.misfit(visitor),
                },
                None if self.is_null() => self.misfit(visitor),
                None => self.raw.$deserialize(visitor),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Lenient<'de> {
    type Error = Error;

    /// This is how a secret is read, and a value of any type.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let is_repaired = self.text().contains(char::REPLACEMENT_CHARACTER);
        if self.text().starts_with('"') && (self.is_doubtful || is_repaired) {
            return Err(Error::custom("a value is not certain"));
        }
        self.raw.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_left_out() || self.is_null() {
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    numbers! {
        deserialize_i8 visit_i8 whole, deserialize_i16 visit_i16 whole,
        deserialize_i32 visit_i32 whole, deserialize_i64 visit_i64 whole,
        deserialize_u8 visit_u8 whole, deserialize_u16 visit_u16 whole,
        deserialize_u32 visit_u32 whole, deserialize_u64 visit_u64 whole,
        deserialize_f32 visit_f32 single, deserialize_f64 visit_f64 double,
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text() {
            r#""true""# => visitor.visit_bool(true),
            r#""false""# => visitor.visit_bool(false),
            "null" => self.misfit(visitor),
            _ => self.raw.deserialize_bool(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text().as_bytes() {
            b"null" => self.misfit(visitor),
            // A number or a boolean, as it was written.
            [b'-' | b'0'..=b'9' | b't' | b'f', ..] => visitor.visit_str(self.text()),
            _ => self.raw.deserialize_string(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.members(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.members(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.elements(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.raw.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

impl<'de> IntoDeserializer<'de, Error> for Lenient<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
