//! Follows `$ref`.

use std::{borrow::Cow, fmt};

use crate::{
    document::Document, node::Node, pointer::pointer_key, ref_error_kind::RefErrorKind, tree::Id,
};

/// From so many references on, what a chain ends at is kept, so that a document with one long chain
/// is not walked to its end from each of its references.
const LONG_CHAIN: u32 = 16;

/// What references to the schemas in `components` begin with.
pub const NAMED_SCHEMA: &str = "#/components/schemas/";

/// A reference that cannot be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefError<'d> {
    /// The value of the `$ref` that fails, which may be a later one in a chain.
    pub node: Node<'d>,
    /// The reason.
    pub kind: RefErrorKind,
}

impl fmt::Display for RefError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for RefError<'_> {}

impl<'s> Document<'s> {
    /// Returns the value to which a reference refers, such as `#/components/schemas/App`.
    ///
    /// # Errors
    /// Any but `NotString` and `Cycle`.
    pub fn follow(&self, reference: &str) -> Result<Node<'_>, RefErrorKind> {
        let Some(fragment) = reference.strip_prefix('#') else {
            return Err(if is_url(reference) { RefErrorKind::Url } else { RefErrorKind::File });
        };
        let pointer = percent_decode(fragment);
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(RefErrorKind::NotPointer);
        }
        self.root()
            .at_pointer(&pointer)
            .map_err(|missing| RefErrorKind::Missing(missing.to_owned()))
    }
}

impl<'d> Node<'d> {
    /// Returns the value itself or, if it is a reference object, the value at the end of its chain
    /// of references.
    ///
    /// # Errors
    /// The first reference in the chain that cannot be resolved.
    pub fn resolve(self) -> Result<Node<'d>, RefError<'d>> {
        let mut passed = Vec::new();
        let end = self.end(&mut passed);
        if !passed.is_empty() {
            let known = match &end {
                Ok(node) => Ok(node.id),
                Err(error) => Err((error.node.id, error.kind.clone())),
            };
            let ends = passed.into_iter().map(|id| (id, known.clone()));
            self.document().long_chains().extend(ends);
        }
        end
    }

    /// What the chain of references ends at. Adds the values that it passes far from its start.
    fn end(self, passed: &mut Vec<Id>) -> Result<Node<'d>, RefError<'d>> {
        let (mut node, mut before, mut hops) = (self, self, 0_u32);
        while let Some(reference) = node.get("$ref") {
            if hops >= LONG_CHAIN {
                let document = self.document();
                match document.long_chains().get(&node.id).cloned() {
                    Some(Ok(id)) => return Ok(Node { document, id }),
                    Some(Err((id, kind))) => {
                        return Err(RefError { node: Node { document, id }, kind });
                    }
                    None => passed.push(node.id),
                }
            }
            let fail = |kind| RefError { node: reference, kind };
            let text = reference.as_str().ok_or_else(|| fail(RefErrorKind::NotString))?;
            node = self.document().follow(text).map_err(fail)?;
            // A cycle comes back to a node passed at some power of two, whatever its length.
            if node == before {
                return Err(fail(RefErrorKind::Cycle));
            }
            hops += 1;
            if hops.is_power_of_two() {
                before = node;
            }
        }
        Ok(node)
    }
}

/// Returns the name of the schema in `components` to which the text of a reference refers.
///
/// ```
/// assert_eq!(spec::schema_name("#/components/schemas/a~1b").as_deref(), Some("a/b"));
/// assert_eq!(spec::schema_name("#/components/schemas/A/properties/b"), None);
/// ```
pub fn schema_name(reference: &str) -> Option<Cow<'_, str>> {
    let token = reference.strip_prefix(NAMED_SCHEMA)?;
    if token.contains('/') {
        return None;
    }
    Some(match percent_decode(token) {
        Cow::Borrowed(token) => pointer_key(token),
        Cow::Owned(token) => Cow::Owned(pointer_key(&token).into_owned()),
    })
}

/// Returns whether a reference starts with a scheme or a host, so that it is not a path.
///
/// ```
/// assert!(spec::is_url("https://example.com/a.yaml") && spec::is_url("//example.com/a.yaml"));
/// assert!(!spec::is_url("a/b:c.yaml") && !spec::is_url("C:/a.yaml"));
/// ```
pub fn is_url(reference: &str) -> bool {
    let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme || reference.starts_with("//")
}

/// Decodes percent-encoding such as `%7B`. Invalid escapes, and bytes that are not UTF-8, stay as
/// they are.
///
/// ```
/// assert_eq!(spec::percent_decode("a%20b.yaml"), "a b.yaml");
/// assert_eq!(spec::percent_decode("%+f"), "%+f");
/// ```
pub fn percent_decode(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}
