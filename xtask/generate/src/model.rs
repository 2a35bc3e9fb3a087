//! The operations of a shaped document, as the face of the client shows them.

use serde_json::Value;

use super::lower::lowered::{Lowered, Replacement};
use super::lower::media::JSON;
use super::lower::walk::pointer_token;
use super::lower::{bodies, parameters, query_pairs};
use mapping::{Names, PAGINATION, pascal, snake};

/// An operation as its callers see it.
pub struct Operation {
    pub id: String,
    /// The id as the document has it, which errors and spans name.
    pub documented_id: String,
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
    /// What the response must hold: pointers into its body, of which one is enough.
    pub promises: Vec<Vec<String>>,
    pub pagination: Option<Pagination>,
    pub results: Option<Results>,
    pub pointer: String,
}

pub struct Parameter {
    pub name: String,
    pub ident: String,
    pub description: String,
    pub required: bool,
    pub location: Location,
    pub string_kind: StringKind,
    /// How a list becomes one text.
    pub delimited: Option<DelimitedList>,
    /// Whether progenitor takes it among the pairs of one map, and as what.
    pub query_pair: Option<QueryPair>,
}

/// What becomes part of a map.
#[derive(Clone, Copy, PartialEq)]
pub enum QueryPair {
    /// A value, under the name of the parameter.
    Single,
    /// The properties of an object, each under the name with its own in brackets.
    DeepObject,
}

/// A list that travels as one text.
pub struct DelimitedList {
    /// What stands between two items.
    pub separator: String,
    /// The Rust type of an item.
    pub item: String,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Location {
    Path,
    Query,
    Header,
}

/// What a textual parameter is to the caller.
#[derive(Clone, PartialEq)]
pub enum StringKind {
    Plain,
    /// A newtype or an open enum of this name.
    Named(String),
    Secret,
}

pub struct Body {
    /// The name of its schema; none if it is the caller's bytes.
    pub schema: Option<String>,
    /// The media type, if progenitor would say another.
    pub media_type: Option<String>,
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
    /// Whether it is this operation of the document.
    pub fn is(&self, operation: spec::Operation) -> bool {
        self.path == operation.path && self.method.eq_ignore_ascii_case(operation.method)
    }

    /// The name of the method that makes the call.
    pub fn function(&self) -> String {
        mapping::method(&self.id)
    }

    /// The name of the call's builder.
    pub fn builder(&self) -> String {
        mapping::builder(&self.id)
    }

    /// The name of the constant that describes the operation to the runtime.
    pub fn constant(&self) -> String {
        self.function().to_uppercase()
    }

    /// What it is sorted by: the last fixed part of its path, the path, and its id.
    pub fn sort_key(&self) -> String {
        let mut parts = self.path.rsplit('/');
        let fixed = parts.find(|part| !part.is_empty() && !part.contains('{'));
        format!("{} {} {}", snake(fixed.unwrap_or_default()), self.path, self.id)
    }
}

/// Reads the operations, in an order that is not the document's.
pub fn operations(lowered: &Lowered) -> Vec<Operation> {
    let paths = lowered.document["paths"].as_object().into_iter().flatten();
    let mut operations = Vec::new();
    for (path, item) in paths.filter(|(path, _)| path.starts_with('/')) {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if spec::METHODS.contains(&method.as_str()) {
                operations.push(operation_at(lowered, path, method, operation));
            }
        }
    }
    operations.sort_by_cached_key(Operation::sort_key);
    operations
}

fn operation_at(lowered: &Lowered, path: &str, method: &str, operation: &Value) -> Operation {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.zip(query_pairs::names(operation));
    let mut parameters: Vec<Parameter> = parameters
        .filter_map(|(parameter, ident)| read_parameter(lowered, parameter, ident))
        .collect();
    // A parameter of the path stands where the path has it.
    parameters.sort_by_key(|parameter| match parameter.location {
        Location::Path => path.find(&format!("{{{}}}", parameter.name)).unwrap_or(path.len()),
        Location::Query | Location::Header => path.len() + 1,
    });
    let id = text(operation, "operationId");
    let responses = operation["responses"].as_object();
    let errors = responses.into_iter().flatten().filter(|(status, _)| !status.starts_with('2'));
    Operation {
        documented_id: lowered.documented_ids.get(&id).unwrap_or(&id).clone(),
        id,
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
        pagination: pagination(operation),
        results: success(operation).get("x-results").map(|results| Results {
            items: text(results, "items"),
            success: text(results, "success"),
            identity: text(results, "identity"),
            reason: text(results, "reason"),
        }),
        pointer: format!("/paths/{}/{method}", pointer_token(path)),
    }
}

fn pagination(operation: &Value) -> Option<Pagination> {
    let pagination = operation.get("x-pagination")?;
    PAGINATION.iter().any(|field| pagination.get(field).is_some()).then(|| Pagination {
        items: text(pagination, "items"),
        total: text(pagination, "total"),
        identity: text(pagination, "identity"),
    })
}

fn read_parameter(lowered: &Lowered, parameter: &Value, pair: Option<String>) -> Option<Parameter> {
    let name = text(parameter, "name");
    let location = match parameter["in"].as_str() {
        Some("path") => Location::Path,
        Some("query") => Location::Query,
        Some("header") => Location::Header,
        _ => return None,
    };
    let schema = &parameter["schema"];
    Some(Parameter {
        query_pair: pair.as_ref().map(|_| match query_pairs::is_deep_object(parameter) {
            true => QueryPair::DeepObject,
            false => QueryPair::Single,
        }),
        ident: pair.unwrap_or_else(|| snake(&name)),
        description: text(parameter, "description"),
        required: location == Location::Path || parameter["required"] == true,
        name,
        location,
        string_kind: string_kind(lowered, schema),
        delimited: parameters::separator(parameter).map(|separator| DelimitedList {
            separator: separator.to_owned(),
            item: item_type(lowered, &schema["items"]),
        }),
    })
}

fn string_kind(lowered: &Lowered, schema: &Value) -> StringKind {
    let named = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next());
    match named.and_then(|name| Some((name, lowered.replaced.get(name)?))) {
        Some((_, Replacement::Secret)) => StringKind::Secret,
        Some((name, _)) => StringKind::Named(name.to_owned()),
        None => StringKind::Plain,
    }
}

fn item_type(lowered: &Lowered, schema: &Value) -> String {
    match (string_kind(lowered, schema), schema["type"].as_str()) {
        (StringKind::Named(name), _) => format!("crate::{name}"),
        (_, Some("integer")) => "i64".to_owned(),
        (_, Some("number")) => "f64".to_owned(),
        (_, Some("boolean")) => "bool".to_owned(),
        _ => "String".to_owned(),
    }
}

fn read_body(operation: &Value) -> Option<Body> {
    let body = operation.get("requestBody")?;
    let name = bodies::media_type(body)?;
    let is_json = spec::is_json(name);
    let schema = body["content"][name]["schema"]["$ref"].as_str().filter(|_| is_json);
    Some(Body {
        schema: schema.and_then(|to| to.rsplit('/').next()).map(str::to_owned),
        media_type: (name != JSON && !bodies::is_set_by_caller(operation)).then(|| name.to_owned()),
        // Bytes may be none, and progenitor always sends some.
        required: schema.is_none() || body["required"] == true,
        description: text(body, "description"),
    })
}

fn promises(operation: &Value) -> Vec<Vec<String>> {
    let promises = success(operation)["x-promises"].as_array().into_iter().flatten();
    let pointers = |promise: &Value| match promise.as_array() {
        Some(pointers) => {
            pointers.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        }
        None => promise.as_str().map(str::to_owned).into_iter().collect(),
    };
    promises.map(pointers).filter(|promise| !promise.is_empty()).collect()
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

/// A named value of the client: what `values.rs` declares.
pub struct StringType {
    pub name: String,
    pub description: String,
    /// The known values of an open enum; none for a newtype.
    pub values: Vec<(String, String)>,
}

/// The newtypes and open enums of the document, by name.
pub fn string_types(lowered: &Lowered) -> Vec<StringType> {
    let schemas = &lowered.document["components"]["schemas"];
    let named = lowered.replaced.iter().filter_map(|(schema, replacement)| {
        let values = match replacement {
            Replacement::Newtype => Vec::new(),
            Replacement::OpenEnum(values) => variants(values),
            Replacement::Secret | Replacement::Payload | Replacement::Segment => return None,
        };
        let description = text(&schemas[schema], "description");
        Some(StringType { name: schema.clone(), description, values })
    });
    named.collect()
}

/// Names for values; values that differ only in what a name cannot show are numbered.
fn variants(values: &[String]) -> Vec<(String, String)> {
    let mut names = Names::without(["Other"]);
    let variants = values.iter().map(|value| {
        let name = if value.is_empty() { "Empty".to_owned() } else { pascal(value) };
        (names.unique(name), value.clone())
    });
    variants.collect()
}
