//! Objects.

use spec::Node;

use super::super::properties::{Properties, Rest, properties};
use super::prover::Prover;
use super::scalars::lengths_are_within;
use super::schema::Schema;

impl<'d> Prover<'d> {
    pub(super) fn objects_are_within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        if !one.types().has("object") {
            return true;
        }
        let (own, wanted) = (properties(&one.object), properties(&other.object));
        let least = other.object.all("minProperties").filter_map(Node::as_u64).max();
        let has_enough = least.is_some_and(|least| least <= own.required().len() as u64);
        let least = if has_enough { "" } else { "minProperties" };
        lengths_are_within(one, other, least, "maxProperties")
            && wanted.required().into_iter().all(|name| own.requires(name))
            && self.named_are_within(one, other, (&own, &wanted))
            && self.rest_is_within(one, other)
    }

    fn named_are_within(
        &mut self,
        one: &Schema<'d>,
        other: &Schema<'d>,
        (own, wanted): (&Properties<'d>, &Properties<'d>),
    ) -> bool {
        let both = wanted.list.iter().map(|(name, _)| name);
        let all = both.chain(own.without(wanted).map(|(name, _)| name));
        all.into_iter().all(|name| {
            // A property that cannot be there is no reason against anything.
            let Some(mine) = property(one, own, name) else { return true };
            let Some(theirs) = property(other, wanted, name) else { return false };
            let same = |key| mine.object.is_true(key) == theirs.object.is_true(key);
            let sent_alike = ["readOnly", "writeOnly"].into_iter().all(same);
            self.step() && (sent_alike || theirs.is_any()) && self.inner_within(&mine, &theirs)
        })
    }

    /// Whether the properties without a name are allowed.
    fn rest_is_within(&mut self, one: &Schema<'d>, other: &Schema<'d>) -> bool {
        match (Rest::of(&one.object), Rest::of(&other.object)) {
            (Rest::None, _) | (_, Rest::Any) => true,
            (Rest::Typed(own), Rest::Typed(wanted)) => self.inner_within(
                &Schema::written(one.object.anchor(), own),
                &Schema::written(other.object.anchor(), wanted),
            ),
            _ => false,
        }
    }
}

/// What a property may be; nothing if it cannot be there.
pub fn property<'d>(
    schema: &Schema<'d>,
    properties: &Properties<'d>,
    name: &str,
) -> Option<Schema<'d>> {
    let anchor: Node<'d> = schema.object.anchor();
    let written = match (properties.get(name), Rest::of(&schema.object)) {
        (Some(written), _) => written.clone(),
        (None, Rest::None) => return None,
        (None, Rest::Typed(written)) => written,
        (None, Rest::Any) => Vec::new(),
    };
    Some(Schema::written(anchor, written))
}
