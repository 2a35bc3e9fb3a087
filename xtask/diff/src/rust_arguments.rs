//! The arguments and setters that the parameters of an operation become in Rust.

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
#[derive(Debug, PartialEq, Eq)]
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

/// Whether an operation has all the arguments of a parameter of another one, at the same places.
pub fn has_all(operation: Operation, parameter: Node, of_parameter: Operation) -> bool {
    let own = of(parameter);
    let all = |operation: Operation| -> Vec<Argument> {
        let parameters = operation.parameters().into_iter();
        let set = parameters.filter(|&node| !is_ignored(node) && is_caller_set(operation, node));
        set.flat_map(of).collect()
    };
    // Of two parameters of one name, the second one has a number.
    let (here, there) = (all(operation), all(of_parameter));
    let count = |list: &[Argument], one: &Argument| list.iter().filter(|it| *it == one).count();
    let ordered = |operation: Operation| -> Vec<String> {
        let required = arguments(operation).into_iter().flat_map(of);
        required.filter(|argument| argument.required).map(|argument| argument.name).collect()
    };
    let is_ordered = || ordered(operation) == ordered(of_parameter);
    own.iter().all(|argument| count(&here, argument) >= count(&there, argument))
        && (!own.iter().any(|argument| argument.required) || is_ordered())
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
