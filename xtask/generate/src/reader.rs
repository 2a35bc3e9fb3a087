//! Reads the operations and string types of a normalized document.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lower::lowered::{Lowered, Replacement};
use super::lower::media::JSON;
use super::lower::{bodies, parameters, query_pairs};
use super::markdown;
use super::model::{
    Body, DelimitedList, Location, Operation, Pagination, Parameter, QueryPair, Results,
    StringKind, StringType, Tag,
};
use super::outputs;
use super::response_type;
use mapping::extensions::{GUARANTEED, PAGINATION, PAGINATION_FIELDS, RESULTS};
use mapping::{Names, pascal, snake};

/// Reads the operations, sorted by [`Operation::sort_key`].
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
    outputs::name(&mut operations);
    operations
}

fn operation_at(lowered: &Lowered, path: &str, method: &str, operation: &Value) -> Operation {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.zip(query_pairs::names(operation));
    let mut parameters: Vec<Parameter> = parameters
        .filter_map(|(parameter, ident)| read_parameter(lowered, path, parameter, ident))
        .collect();
    // Path parameters have the order of the path.
    parameters.sort_by_key(|parameter| match parameter.location {
        Location::Path => path.find(&format!("{{{}}}", parameter.name)).unwrap_or(path.len()),
        Location::Query | Location::Header => path.len() + 1,
    });
    let id = text(operation, "operationId");
    let responds = lowered.successes.get(&id).cloned().unwrap_or_default();
    let responses = operation["responses"].as_object();
    let errors = responses.into_iter().flatten().filter(|(status, _)| !spec::is_success(status));
    Operation {
        documented_id: lowered.documented_ids.get(&id).unwrap_or(&id).clone(),
        id,
        method: method.to_uppercase(),
        path: path.to_owned(),
        tags: tags_of(operation).map(markdown::escape).collect(),
        summary: text(operation, "summary"),
        description: text(operation, "description"),
        page: operation["externalDocs"]["url"].as_str().map(str::to_owned),
        deprecated: operation["deprecated"] == true,
        parameters,
        body: read_body(operation),
        output: String::new(),
        response: response_type::of(
            &responds,
            &success(operation)["content"][JSON]["schema"],
            lowered,
        ),
        success: responds,
        errors: errors
            .map(|(status, error)| (status.clone(), text(error, "description")))
            .collect(),
        guaranteed: guaranteed(operation),
        pagination: pagination(operation),
        results: success(operation).get(RESULTS).map(|results| Results {
            items: text(results, "items"),
            success: text(results, "success"),
            identity: text(results, "identity"),
            reason: text(results, "reason"),
        }),
        pointer: format!("/paths/{}/{method}", spec::pointer_token(path)),
    }
}

fn tags_of(operation: &Value) -> impl Iterator<Item = &str> {
    operation["tags"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Reads the tags of the operations: those that the document lists in its order, then the others.
pub fn tags(lowered: &Lowered, operations: &[Operation]) -> Vec<Tag> {
    let listed = lowered.document["tags"].as_array().into_iter().flatten();
    let listed = listed.map(|tag| Tag {
        name: markdown::escape(tag["name"].as_str().unwrap_or_default()),
        description: markdown::escape(tag["description"].as_str().unwrap_or_default()),
    });
    let mut tags: Vec<Tag> = listed.collect();
    let used: BTreeSet<&String> = operations.iter().flat_map(|it| &it.tags).collect();
    let others = used.into_iter().filter(|name| tags.iter().all(|tag| tag.name != **name));
    let others = others.map(|name| Tag { name: name.clone(), description: String::new() });
    let others: Vec<Tag> = others.collect();
    tags.extend(others);
    tags
}

fn pagination(operation: &Value) -> Option<Pagination> {
    let pagination = operation.get(PAGINATION)?;
    PAGINATION_FIELDS.iter().any(|field| pagination.get(field).is_some()).then(|| Pagination {
        items: text(pagination, "items"),
        total: text(pagination, "total"),
        identity: text(pagination, "identity"),
    })
}

fn read_parameter(
    lowered: &Lowered,
    path: &str,
    parameter: &Value,
    pair: Option<String>,
) -> Option<Parameter> {
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
        separator: (location == Location::Path).then(|| separator(path, &name)).flatten(),
        name,
        location,
        string_kind: string_kind(lowered, schema),
        delimited: parameters::separator(parameter).map(|separator| DelimitedList {
            separator,
            item: item_type(lowered, &schema["items"]),
        }),
    })
}

/// Returns the text between a parameter and the one before it in the same segment of the path.
///
/// Values are percent-encoded, so that only unreserved characters of RFC 3986 can be part of one.
fn separator(path: &str, name: &str) -> Option<String> {
    let mut names = spec::separated_template_names(path);
    let separator = names.find(|(known, _)| *known == name)?.1?;
    let is_unreserved = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    separator.chars().all(is_unreserved).then(|| separator.to_owned())
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
        (_, Some("integer")) if schema["format"] == "uint64" => "u64".to_owned(),
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
    let others = body["content"].as_object().into_iter().flat_map(|content| content.keys().skip(1));
    let schema = body["content"][name]["schema"]["$ref"].as_str().filter(|_| is_json);
    Some(Body {
        schema: schema.and_then(|to| to.rsplit('/').next()).map(str::to_owned),
        alias: None,
        media_type: ((name != JSON || bodies::has_choice(body))
            && !bodies::is_set_by_caller(operation))
        .then(|| name.to_owned()),
        others: others.cloned().collect(),
        required: body["required"] == true,
        description: text(body, "description"),
    })
}

/// Returns the guarantees, each once: the pointers of which one is enough.
fn guaranteed(operation: &Value) -> Vec<Vec<String>> {
    let listed = success(operation)[GUARANTEED].as_array().into_iter().flatten();
    let mut guaranteed: Vec<BTreeSet<&str>> = Vec::new();
    for item in listed {
        let several = item.as_array().into_iter().flatten();
        let pointers = several.chain([item]).filter_map(Value::as_str).collect::<BTreeSet<_>>();
        if !pointers.is_empty() && !guaranteed.contains(&pointers) {
            guaranteed.push(pointers);
        }
    }
    let owned = |pointers: BTreeSet<&str>| pointers.into_iter().map(str::to_owned).collect();
    guaranteed.into_iter().map(owned).collect()
}

/// Returns the successful response; null if there is none.
fn success(operation: &Value) -> &Value {
    let responses = operation["responses"].as_object().into_iter().flatten();
    let mut success = responses.filter(|(status, _)| spec::is_success(status));
    success.next().map_or(&operation["responses"]["default"], |(_, response)| response)
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// Returns the newtypes and open enums of the document, sorted by name.
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

/// Returns the names of variants; values with the same name in Rust are numbered.
fn variants(values: &[String]) -> Vec<(String, String)> {
    let mut names = Names::without(["Other"]);
    let variants = values.iter().map(|value| {
        let name = if value.is_empty() { "Empty".to_owned() } else { pascal(value) };
        (names.unique(name), value.clone())
    });
    variants.collect()
}
