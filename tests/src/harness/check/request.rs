//! Compares the request that a server received with the documented one.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use spec::{Argument, ExampleCall, Node};

use super::case::{Case, Difference};
use super::json;
use crate::harness::server::{PROJECT, ReceivedRequest};

/// How the requests differ from the one that the call documents.
pub fn differences(
    received: &[ReceivedRequest],
    call: &ExampleCall,
    case: &Case,
) -> Vec<Difference> {
    let [request] = received else {
        return match received.len() {
            // The error of the client says why.
            0 => Vec::new(),
            count => vec![Difference::new("requests", "1", count.to_string())],
        };
    };
    let show = |text: Option<String>| {
        text.map_or_else(|| "nothing".to_owned(), |text| case.show(&text.into()))
    };
    let mut differences = Vec::new();
    let mut compare = |place: String, documented: Option<String>, found: Option<String>| {
        if documented != found {
            differences.push(Difference::new(place, show(documented), show(found)));
        }
    };
    let arguments = call.arguments();
    let found = percent_decode_str(&request.path).decode_utf8_lossy();
    compare(
        "method".to_owned(),
        Some(call.operation.method.to_uppercase()),
        Some(request.method.clone()),
    );
    compare("path".to_owned(), Some(path(call, &arguments)), Some(found.into_owned()));
    compare(
        "header X-Auth-Token".to_owned(),
        Some("loopback".to_owned()),
        request.header("x-auth-token"),
    );
    let media_type = call
        .request
        .and_then(|_| spec::json_content(call.operation.request_body()?)?.key().map(spec::sent_as));
    compare("header Content-Type".to_owned(), media_type, request.header("content-type"));
    for (place, (documented, found)) in parameters(&arguments, request) {
        let count = documented.len().max(found.len());
        for index in 0..count {
            let (documented, found) = (documented.get(index), found.get(index));
            if documented
                .zip(found)
                .is_none_or(|(documented, found)| !is_sent_as(documented, found))
            {
                compare(place.clone(), documented.and_then(spec::plain), found.cloned());
            }
        }
    }
    match (call.request, serde_json::from_slice(&request.body)) {
        (None, _) if request.body.is_empty() => {}
        (documented, Ok(found)) => {
            let documented = documented.map(Node::to_value).unwrap_or_default();
            json::compare(&documented, &found, "request body", case, &mut differences);
        }
        (documented, Err(_)) => {
            let documented = documented.map_or("nothing".to_owned(), |_| "JSON".to_owned());
            differences.push(Difference::new("request body", documented, "no JSON"));
        }
    }
    differences
}

/// The path of a request, not encoded: the client encodes what the document cannot say otherwise.
fn path(call: &ExampleCall, arguments: &[Argument]) -> String {
    let mut path = String::new();
    let mut parts = call.operation.path.split('{');
    path += parts.next().unwrap_or_default();
    for part in parts {
        let (name, fixed) = part.split_once('}').unwrap_or((part, ""));
        let value = arguments.iter().find(|one| one.place == "path" && one.name == name);
        let value = value.and_then(|value| value.sent().ok()?.first().and_then(spec::plain));
        path += if name == "project_id" { PROJECT } else { value.as_deref().unwrap_or_default() };
        path += &percent_decode_str(fixed).decode_utf8_lossy();
    }
    path
}

/// What is sent under each name of the query, and under the name of each header that takes part.
fn parameters(
    arguments: &[Argument],
    request: &ReceivedRequest,
) -> BTreeMap<String, (Vec<Value>, Vec<String>)> {
    let mut all: BTreeMap<String, (Vec<Value>, Vec<String>)> = BTreeMap::new();
    for (name, value) in &request.query {
        all.entry(format!("query {name}")).or_default().1.push(value.clone());
    }
    for argument in arguments.iter().filter(|argument| argument.place != "path") {
        let (documented, found) =
            all.entry(format!("{} {}", argument.place, argument.name)).or_default();
        documented.extend(argument.sent().unwrap_or_default());
        if argument.place == "header" {
            found.extend(request.header(&argument.name));
        }
    }
    all
}

fn is_sent_as(documented: &Value, found: &str) -> bool {
    match documented {
        // 1 and 1.0 are one number.
        Value::Number(number) if number.is_f64() => number.as_f64() == found.parse().ok(),
        Value::Number(number) if found.contains('.') => number.as_f64() == found.parse().ok(),
        value => spec::plain(value).as_deref() == Some(found),
    }
}
