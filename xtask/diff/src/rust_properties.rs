//! What the properties of a request are in Rust: arguments of what builds it, or setters.

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

/// Whether the other schema has a property instead that is the same in Rust, or an alternative has it.
pub fn has_twin(
    context: Context,
    name: &str,
    own: &Properties,
    (object, other): (&ResolvedObject, &Properties),
) -> bool {
    let type_of = |written: &[Node]| RustSchemas::default().type_of(written).to_string();
    let Some(written) = own.get(name) else { return false };
    // Who builds a request gives what all alternatives require.
    let is_in_choice = object.choices().any(|choice| {
        choices::members_of_choice(choice).contains(&snake(name))
            && (!context.is_request()
                || own.requires(name) == choices::required(choice).contains(&snake(name)))
    });
    is_in_choice
        || other.without(own).any(|(twin, theirs)| {
            snake(twin) == snake(name)
                && own.requires(name) == other.requires(twin)
                && type_of(written) == type_of(theirs)
        })
}

/// Returns the context of a property that only one schema has: no operation may have the schema, and
/// the client the type of the property nevertheless.
pub fn declared(context: Context, written: &[Node]) -> Context {
    let is_declared = || written.iter().any(|node| declares_inside(*node));
    Context { typed: context.typed || is_declared(), ..context }
}
