//! Reads code and message out of JSON that may break off anywhere.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// How deep errors are nested in errors at most.
const DEEPEST: u8 = 4;

/// How certain it is that a member is what its name says; the first is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A name that says `error`, or a member of an error.
    Explicit,
    /// A member of one of several errors.
    Listed,
    /// A name that is also used for other things.
    Generic,
    /// A name that says less than the others.
    Vague,
}

/// What was found so far, each the best of its kind.
#[derive(Default)]
pub(super) struct Found {
    pub(super) code: Option<(Rank, String)>,
    pub(super) message: Option<(Rank, String)>,
    /// The kind of problem of RFC 9457, in short.
    pub(super) title: Option<(Rank, String)>,
    /// What RFC 9457 says of this one problem.
    pub(super) detail: Option<(Rank, String)>,
    pub(super) request_id: Option<(Rank, String)>,
    pub(super) encoded: Option<(Rank, String)>,
    /// Whether a code was there, and was null or empty.
    pub(super) has_empty_code: bool,
    /// Whether an error is a text, as in `{"error": "invalid_grant"}`.
    pub(super) has_error_text: bool,
    /// Whether the document is an object.
    pub(super) is_object: bool,
}

impl Found {
    /// Reads a document, up to its end or to where it breaks off.
    pub(super) fn read(text: &str) -> Self {
        let mut found = Self { is_object: text.starts_with('{'), ..Self::default() };
        let member = Member { role: Role::Error(None), depth: 0, found: &mut found };
        // What comes after an error of syntax is not read; what came before it was found.
        let _ = member.deserialize(&mut serde_json::Deserializer::from_str(text));
        found
    }

    fn note(&mut self, role: Role, text: String) {
        let (slot, rank) = match role {
            Role::Code(rank) => (&mut self.code, rank),
            Role::Message(rank) => (&mut self.message, rank),
            Role::Title => (&mut self.title, Rank::Vague),
            Role::Detail => (&mut self.detail, Rank::Vague),
            Role::RequestId => (&mut self.request_id, Rank::Explicit),
            Role::Encoded => (&mut self.encoded, Rank::Explicit),
            Role::Error(Some(_)) => (&mut self.message, Rank::Vague),
            // A document that is a text may be anything.
            Role::Error(None) => return,
        };
        let text = text.trim();
        if text.is_empty() {
            self.has_empty_code |= matches!(role, Role::Code(_));
            return;
        }
        self.has_error_text |= matches!(role, Role::Error(Some(Rank::Explicit)));
        if slot.as_ref().is_none_or(|(known, _)| rank < *known) {
            *slot = Some((rank, text.to_owned()));
        }
    }
}

/// What a value is, by its place and its name.
#[derive(Clone, Copy)]
enum Role {
    /// An error; its members have the rank, or that of their names.
    Error(Option<Rank>),
    Code(Rank),
    Message(Rank),
    Title,
    Detail,
    RequestId,
    Encoded,
}

impl Role {
    /// The role of a member of an error.
    fn of(name: &str, within: Option<Rank>) -> Option<Self> {
        let is_separator = |c: char| matches!(c, '_' | '-' | '.');
        let name = name.to_ascii_lowercase().replace(is_separator, "");
        let or = |rank| within.unwrap_or(rank).min(rank);
        Some(match name.as_str() {
            "errorcode" => Self::Code(or(Rank::Explicit)),
            "code" => Self::Code(or(Rank::Generic)),
            "errormsg" | "errormessage" => Self::Message(or(Rank::Explicit)),
            "message" | "msg" | "errordescription" => Self::Message(or(Rank::Generic)),
            "title" => Self::Title,
            "detail" => Self::Detail,
            "requestid" => Self::RequestId,
            "encodedauthorizationmessage" => Self::Encoded,
            "error" | "fault" => Self::Error(Some(Rank::Explicit)),
            "errors" => Self::Error(Some(Rank::Listed)),
            _ => return None,
        })
    }
}

/// A value that is read into what was found.
struct Member<'f> {
    role: Role,
    depth: u8,
    found: &'f mut Found,
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Member<'_> {
    fn number(self, number: impl fmt::Display) {
        // No message is a number.
        if let Role::Code(_) | Role::RequestId = self.role {
            self.found.note(self.role, number.to_string());
        }
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let rank = if let Role::Error(rank) = self.role { rank } else { Some(Rank::Generic) };
        while let Some(name) = map.next_key::<String>()? {
            match Role::of(&name, rank).filter(|_| self.depth < DEEPEST) {
                Some(role) => {
                    let depth = self.depth + 1;
                    map.next_value_seed(Member { role, depth, found: &mut *self.found })?;
                }
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { role, depth, found } = self;
        while list.next_element_seed(Member { role, depth, found: &mut *found })?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.found.note(self.role, text.to_owned());
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.number(number);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.number(number);
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.number(number);
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.found.has_empty_code |= matches!(self.role, Role::Code(_));
        Ok(())
    }
}
