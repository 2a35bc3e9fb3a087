//! The operations of a shaped document, as the face of the client shows them.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use serde_json::Value;

use super::lower::{Lowered, Refusal, Replacement, pointer_token};

/// An operation as its callers see it.
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub summary: String,
    pub description: String,
    /// Where the service's own documentation describes the operation.
    pub page: Option<String>,
    pub deprecated: bool,
    /// What every call has to say, in the order of the path.
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    pub errors: Vec<(String, String)>,
    /// What the answer must hold, as pointers into its body.
    pub promises: Vec<String>,
    pub pagination: Option<Pagination>,
    pub results: Option<Results>,
    pub pointer: String,
}

pub struct Parameter {
    pub name: String,
    pub ident: String,
    pub description: String,
    pub required: bool,
    pub place: Place,
    pub text: Text,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Path,
    Query,
    Header,
}

/// What a textual parameter is to the caller.
#[derive(Clone, PartialEq)]
pub enum Text {
    Plain,
    /// A newtype or an open enum of this name.
    Named(String),
    Secret,
}

pub struct Body {
    /// The name of its schema.
    pub schema: String,
    pub required: bool,
    pub description: String,
}

/// How a list comes in pages: pointers into the answer, and from an item to what identifies it.
pub struct Pagination {
    pub items: String,
    pub total: String,
    pub identity: String,
}

/// How an answer tells which of its parts failed: pointers into the answer, and into a part.
pub struct Results {
    pub items: String,
    pub success: String,
    pub identity: String,
    pub reason: String,
}

impl Operation {
    /// The name of the method that makes the call.
    pub fn function(&self) -> String {
        ident(&self.id.to_snake_case())
    }

    /// The name of the call's builder.
    pub fn builder(&self) -> String {
        self.id.to_pascal_case()
    }

    /// The name of the constant that describes the operation to the runtime.
    pub fn constant(&self) -> String {
        self.id.to_shouty_snake_case()
    }
}

/// Reads the operations in the order of the document.
pub fn operations(lowered: &Lowered) -> Result<Vec<Operation>, Refusal> {
    let paths = lowered.document["paths"].as_object().into_iter().flatten();
    let mut operations = Vec::new();
    for (path, item) in paths.filter(|(path, _)| path.starts_with('/')) {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if spec::METHODS.contains(&method.as_str()) {
                operations.push(operation_at(lowered, path, method, operation)?);
            }
        }
    }
    Ok(operations)
}

fn operation_at(
    lowered: &Lowered,
    path: &str,
    method: &str,
    operation: &Value,
) -> Result<Operation, Refusal> {
    let pointer = format!("/paths/{}/{method}", pointer_token(path));
    let Some(id) = operation["operationId"].as_str() else {
        let reason = "the operation has no `operationId`, and so its method has no name";
        return Err(Refusal::new(&pointer, reason, "give it an `operationId`"));
    };
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let mut parameters: Vec<Parameter> = parameters
        .map(|parameter| read_parameter(lowered, &pointer, parameter))
        .collect::<Result<_, _>>()?;
    // A parameter of the path stands where the path has it.
    parameters.sort_by_key(|parameter| match parameter.place {
        Place::Path => path.find(&format!("{{{}}}", parameter.name)).unwrap_or(path.len()),
        Place::Query | Place::Header => path.len() + 1,
    });
    let responses = operation["responses"].as_object();
    let errors = responses.into_iter().flatten().filter(|(status, _)| !status.starts_with('2'));
    Ok(Operation {
        id: id.to_owned(),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(operation, "summary"),
        description: text(operation, "description"),
        page: operation["externalDocs"]["url"].as_str().map(str::to_owned),
        deprecated: operation["deprecated"] == true,
        parameters,
        body: read_body(operation),
        errors: errors
            .map(|(status, error)| (status.clone(), text(error, "description")))
            .collect(),
        promises: promises(operation),
        pagination: operation.get("x-pagination").map(|pagination| Pagination {
            items: text(pagination, "items"),
            total: text(pagination, "total"),
            identity: text(pagination, "identity"),
        }),
        results: success(operation).get("x-results").map(|results| Results {
            items: text(results, "items"),
            success: text(results, "success"),
            identity: text(results, "identity"),
            reason: text(results, "reason"),
        }),
        pointer,
    })
}

fn read_parameter(
    lowered: &Lowered,
    pointer: &str,
    parameter: &Value,
) -> Result<Parameter, Refusal> {
    let name = text(parameter, "name");
    let place = match parameter["in"].as_str() {
        Some("path") => Place::Path,
        Some("query") => Place::Query,
        Some("header") => Place::Header,
        _ => {
            let reason = format!("the parameter `{name}` is in a cookie");
            let mend = "describe a credential as a security scheme, other values as a header";
            return Err(Refusal::new(&format!("{pointer}/parameters"), reason, mend));
        }
    };
    let named = parameter["schema"]["$ref"].as_str().and_then(|to| to.rsplit('/').next());
    let text_kind = match named.and_then(|name| Some((name, lowered.replaced.get(name)?))) {
        _ if parameter["x-secret"] == true => Text::Secret,
        Some((_, Replacement::Secret)) => Text::Secret,
        Some((name, _)) => Text::Named(name.to_pascal_case()),
        None => Text::Plain,
    };
    Ok(Parameter {
        ident: ident(&name.to_snake_case()),
        description: text(parameter, "description"),
        required: place == Place::Path || parameter["required"] == true,
        name,
        place,
        text: text_kind,
    })
}

fn read_body(operation: &Value) -> Option<Body> {
    let body = operation.get("requestBody")?;
    let schema = body.pointer("/content/application~1json/schema/$ref")?.as_str()?;
    Some(Body {
        schema: schema.rsplit('/').next()?.to_pascal_case(),
        required: body["required"] == true,
        description: text(body, "description"),
    })
}

fn promises(operation: &Value) -> Vec<String> {
    let promises = success(operation)["x-promises"].as_array().into_iter().flatten();
    promises.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The answer of a success; null if there is none.
fn success(operation: &Value) -> &Value {
    let responses = operation["responses"].as_object().into_iter().flatten();
    let mut success = responses.filter(|(status, _)| status.starts_with('2'));
    success.next().map_or(&Value::Null, |(_, response)| response)
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// A name that Rust takes as an identifier.
pub fn ident(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = if name.starts_with(|c: char| c.is_numeric()) { format!("_{name}") } else { name };
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("{name}_") }
}

/// A named value of the client: what `values.rs` declares.
pub struct Named {
    pub name: String,
    pub description: String,
    /// The known values of an open enum; none for a newtype.
    pub values: Vec<(String, String)>,
}

/// The newtypes and open enums of the document, by name.
pub fn named(lowered: &Lowered) -> Vec<Named> {
    let schemas = &lowered.document["components"]["schemas"];
    let named = lowered.replaced.iter().filter_map(|(schema, replacement)| {
        let values = match replacement {
            Replacement::Newtype => Vec::new(),
            Replacement::OpenEnum(values) => variants(values),
            Replacement::Secret | Replacement::Payload | Replacement::Segment => return None,
        };
        let description = text(&schemas[schema], "description");
        Some(Named { name: schema.to_pascal_case(), description, values })
    });
    named.collect()
}

/// Names for values; values that differ only in what a name cannot show are numbered.
fn variants(values: &[String]) -> Vec<(String, String)> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::from([("Other".to_owned(), 1)]);
    let variants = values.iter().map(|value| {
        let name = ident(&value.to_pascal_case());
        let name = if name.trim_matches('_').is_empty() { "Empty".to_owned() } else { name };
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        (if *count == 1 { name } else { format!("{name}{count}") }, value.clone())
    });
    variants.collect()
}
