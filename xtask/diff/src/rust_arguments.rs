//! The arguments and setters that the parameters of an operation become in Rust.

use std::collections::HashMap;

use mapping::snake;
use spec::{Node, Operation, is_required};

use super::arguments::{arguments, is_caller_set};
use super::matching::is_ignored;
use super::members::text;
use super::pairs::ObjectPair;
use super::properties::properties;
use super::resolved_object::ResolvedObject;
use super::rust_schema::RustSchemas;
use super::rust_type::Form;

/// An argument or a setter of a call.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Argument {
    name: String,
    pub required: bool,
    ty: String,
}

/// Returns what a parameter becomes: an object in the query becomes one setter for each property.
pub fn of(parameter: Node) -> Vec<Argument> {
    let name = text(parameter, "name");
    let required = is_required(parameter);
    let Some(schema) = parameter.get("schema").filter(|_| is_exploded(parameter)) else {
        let ty = type_of(parameter.get("schema"), parameter);
        return vec![Argument { name: snake(name), required, ty }];
    };
    let object = ResolvedObject::schema(schema, [schema]);
    let properties = properties(&object);
    let of_property = |(property, written): &(&str, Vec<Node>)| Argument {
        name: match text(parameter, "style") {
            "deepObject" => snake(&format!("{name}[{property}]")),
            _ => snake(property),
        },
        required: required && properties.requires(property),
        ty: type_of(written.first().copied(), parameter),
    };
    properties.list.iter().map(of_property).collect()
}

/// The arguments of two operations.
pub struct Arguments {
    here: HashMap<Argument, usize>,
    there: HashMap<Argument, usize>,
    /// Whether the required ones are in the same order.
    ordered: bool,
}

impl Arguments {
    pub fn of(here: Operation, there: Operation) -> Self {
        let counts = |operation: Operation| {
            let parameters = operation.parameters().into_iter();
            let set = parameters.filter(|&it| !is_ignored(it) && is_caller_set(operation, it));
            let mut counts = HashMap::new();
            set.flat_map(of).for_each(|argument| *counts.entry(argument).or_default() += 1);
            counts
        };
        let ordered = |operation: Operation| -> Vec<String> {
            let required = arguments(operation).into_iter().flat_map(of);
            required.filter(|argument| argument.required).map(|argument| argument.name).collect()
        };
        let is_ordered = ordered(here) == ordered(there);
        Self { here: counts(here), there: counts(there), ordered: is_ordered }
    }

    /// Whether the first operation has all the arguments of a parameter of the second one, at the
    /// same places.
    ///
    /// Of two parameters of one name, the second one has a number.
    pub fn has_all(&self, parameter: Node) -> bool {
        let count = |counts: &HashMap<Argument, usize>, it| counts.get(it).copied().unwrap_or(0);
        of(parameter).iter().all(|it| {
            let is_there = count(&self.here, it) >= count(&self.there, it);
            is_there && (self.ordered || !it.required)
        })
    }
}

/// Whether the value of a parameter is text in Rust though it is an object, so that nothing in it shows.
pub fn is_opaque(pair: &ObjectPair) -> bool {
    let is_text = |object: &ResolvedObject| {
        let parameter = object.anchor();
        let ty = parameter.get("schema").map(|schema| RustSchemas::default().type_of(&[schema]));
        let is_object = ty.is_some_and(|ty| matches!(ty.form, Form::Struct(_) | Form::Map { .. }));
        is_object && !is_exploded(parameter)
    };
    is_text(&pair.base) && is_text(&pair.head)
}

/// Whether a parameter is an object of which each property is sent alone.
fn is_exploded(parameter: Node) -> bool {
    let Some(schema) = parameter.get("schema") else { return false };
    let style = parameter.get("style").and_then(Node::as_str).unwrap_or("form");
    let is_split = parameter.get("explode").and_then(Node::as_bool) != Some(false);
    text(parameter, "in") == "query"
        && (style == "deepObject" || style == "form" && is_split)
        && matches!(RustSchemas::default().type_of(&[schema]).form, Form::Struct(_))
}

/// Returns the type of an argument.
fn type_of(schema: Option<Node>, parameter: Node) -> String {
    let mut types = RustSchemas::default();
    let Some(schema) = schema else { return types.type_of(&[]).argument().to_string() };
    let ty = types.type_of(&[schema]).argument();
    match ty.form {
        Form::List => {
            let list = ResolvedObject::schema(schema, [schema]);
            let items: Vec<Node> = list.all("items").collect();
            format!("Vec<{}>", types.type_of(&items).argument())
        }
        Form::Struct(_) | Form::Map { .. } if text(parameter, "in") == "query" => "map".to_owned(),
        Form::Struct(_) | Form::Map { .. } => types.type_of(&[]).argument().to_string(),
        _ => ty.to_string(),
    }
}
