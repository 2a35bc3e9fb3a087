//! What the properties of a request are in Rust: arguments of what builds it, or setters.

use std::collections::HashSet;

use mapping::snake;
use spec::Node;

use super::choices;
use super::context::Context;
use super::properties::Properties;
use super::resolved_object::ResolvedObject;
use super::rust_components::{declares_inside, named};
use super::rust_schema::RustSchemas;

/// Whether a property is an argument of what builds a request.
///
/// A property of a query is one if its parameter is required, and not a part of an `Option`.
pub fn is_argument(context: Context, object: &Properties, name: &str) -> bool {
    let written = object.get(name).map(Vec::as_slice).unwrap_or_default();
    let is_read_only = || {
        let parts = written.first().map(|&first| ResolvedObject::schema(first, written.to_vec()));
        parts.is_some_and(|property| is_left_out(&property))
    };
    let is_required = context.is_request() && object.requires(name);
    match context.text {
        true => is_required && !context.optional && !written.is_empty(),
        false => is_required && !is_read_only(),
    }
}

/// Whether a property is read-only for the client, which does not look behind references.
pub fn is_left_out(property: &ResolvedObject) -> bool {
    let anchor = property.anchor();
    let is_property = anchor.parent().and_then(Node::key) == Some("properties");
    is_property && property.is_true("readOnly") && named(anchor).is_none()
}

/// The properties that a schema has instead of those of another one, and that are the same in Rust.
pub struct Twins<'p, 'd> {
    own: &'p Properties<'d>,
    /// By name, whether it is required, and its type.
    others: HashSet<(String, bool, String)>,
    /// The fields that alternatives have, and those that all of a choice require.
    choices: Vec<(choices::Names, choices::Names)>,
    is_request: bool,
}

impl<'p, 'd> Twins<'p, 'd> {
    /// Returns those that a schema of these properties has instead of its `own` ones.
    pub fn of(
        context: Context,
        own: &'p Properties<'d>,
        (object, other): (&ResolvedObject<'d>, &Properties<'d>),
    ) -> Self {
        let others = other.without(own).map(|(name, written)| key(other, name, written));
        let of_choice = |choice| (choices::members_of_choice(choice), choices::required(choice));
        let is_needed = own.without(other).next().is_some();
        let choices = object.choices().filter(|_| is_needed).map(of_choice);
        Self {
            own,
            others: others.collect(),
            choices: choices.collect(),
            is_request: context.is_request(),
        }
    }

    /// Whether there is one instead of a property.
    pub fn has(&self, name: &str, written: &[Node<'d>]) -> bool {
        let field = snake(name);
        // Who builds a request gives what all alternatives require.
        let is_in_choice = self.choices.iter().any(|(members, required)| {
            let is_required = self.own.requires(name) == required.contains(&field);
            members.contains(&field) && (!self.is_request || is_required)
        });
        is_in_choice || self.others.contains(&key(self.own, name, written))
    }
}

fn key(properties: &Properties, name: &str, written: &[Node]) -> (String, bool, String) {
    let ty = RustSchemas::default().type_of(written).to_string();
    (snake(name), properties.requires(name), ty)
}

/// Returns the context of a property that only one schema has: no operation may have the schema, and
/// the client the type of the property nevertheless.
pub fn declared(context: Context, written: &[Node]) -> Context {
    let is_declared = || !context.values_only && written.iter().any(|node| declares_inside(*node));
    Context { typed: context.typed || is_declared(), ..context }
}
