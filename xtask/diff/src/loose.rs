//! What is sent for parameters: each property of an exploded object is sent like a parameter of its
//! own, and the name of the object is not sent.

use std::collections::{HashMap, HashSet};

use spec::{Node, ObjectKind, Operation, is_required};

use super::impact::Level;
use super::members::text;
use super::pairs::OperationPair;
use super::parameters::style;
use super::properties::properties;
use super::resolved_object::ResolvedObject;
use super::schema_types::types;

/// A value that is sent under a name.
#[derive(Clone, Debug)]
pub struct Field<'d> {
    /// The parameter that it is, or is in.
    pub parameter: Node<'d>,
    pub location: &'d str,
    pub name: &'d str,
    /// The schemas of the value.
    pub written: Vec<Node<'d>>,
    pub required: bool,
}

/// The fields that a parameter sends, if it is sent as fields of a query or of cookies.
fn fields(parameter: Node<'_>) -> Vec<Field<'_>> {
    let (location, schema) = (text(parameter, "in"), parameter.get("schema"));
    let (Some(schema), "query" | "cookie") = (schema, location) else { return Vec::new() };
    let style = style(ObjectKind::Parameter, &ResolvedObject::object(parameter));
    if style != ("form".to_owned(), true) {
        return Vec::new();
    }
    let object = ResolvedObject::schema(schema, [schema]);
    let is_object = types(&object).iter().eq(["object"].iter());
    let required = is_required(parameter);
    let (name, written) = (text(parameter, "name"), vec![schema]);
    if !is_object {
        return vec![Field { parameter, location, name, written, required }];
    }
    let properties = properties(&object);
    let named = properties.list.iter().map(|(name, written)| Field {
        parameter,
        location,
        name,
        written: written.clone(),
        required: required && properties.requires(name),
    });
    named.collect()
}

/// The fields that both operations send, of which only one has the parameter.
pub fn counterparts<'d>(pair: &OperationPair<'d>) -> Vec<(Field<'d>, Field<'d>)> {
    let set = |list: &[Node<'d>]| list.iter().copied().collect::<HashSet<_>>();
    let (removed, added) = (set(&pair.parameters.removed), set(&pair.parameters.added));
    if removed.is_empty() && added.is_empty() {
        return Vec::new();
    }
    let all = |operation: Operation<'d>| operation.parameters().into_iter().flat_map(fields);
    let head: HashMap<_, _> =
        all(pair.head).map(|field| ((field.location, field.name), field)).collect();
    let both = all(pair.base).filter_map(|base| {
        let head = head.get(&(base.location, base.name))?.clone();
        let is_moved = removed.contains(&base.parameter) || added.contains(&head.parameter);
        is_moved.then_some((base, head))
    });
    both.collect()
}

/// The fields that both operations send, by the parameters that only one of them has.
#[derive(Default)]
pub struct Kept<'d> {
    /// Whether the field must be sent by the other operation.
    required: HashMap<(Node<'d>, &'d str), bool>,
}

impl<'d> Kept<'d> {
    pub fn of(pair: &OperationPair<'d>) -> Self {
        let mut kept = Self::default();
        for (base, head) in counterparts(pair) {
            kept.required.insert((base.parameter, base.name), head.required);
            kept.required.insert((head.parameter, head.name), base.required);
        }
        kept
    }

    /// What it means to requests that a parameter was removed, if all its fields are still read.
    pub fn removed(&self, parameter: Node<'d>) -> Option<Level> {
        let fields = fields(parameter);
        let now: Option<Vec<bool>> = fields.iter().map(|field| self.other(field)).collect();
        let now = now.filter(|now| !now.is_empty())?;
        let is_wider = fields.iter().zip(now).any(|(field, now)| field.required && !now);
        Some(if is_wider { Level::Compatible } else { Level::None })
    }

    /// What it means to requests that a parameter was added, if some of its fields were sent before.
    pub fn added(&self, parameter: Node<'d>) -> Option<Level> {
        let fields = fields(parameter);
        let before: Vec<_> = fields.iter().map(|field| self.other(field)).collect();
        let is_required =
            |(field, before): (&Field, &Option<bool>)| field.required && *before != Some(true);
        match fields.iter().zip(&before).any(is_required) {
            _ if before.iter().all(Option::is_none) => None,
            true => Some(Level::Breaking),
            false if before.contains(&None) => Some(Level::Compatible),
            false => Some(Level::None),
        }
    }

    fn other(&self, field: &Field<'d>) -> Option<bool> {
        self.required.get(&(field.parameter, field.name)).copied()
    }
}
