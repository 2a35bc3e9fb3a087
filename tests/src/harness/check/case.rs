//! A documented call by its names, and the differences from it.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;
use spec::{ExampleCall, Node};

/// The longest text of a value that is shown.
const LONGEST: usize = 80;

/// Deeper values of a document have no schema: it refers to itself.
const DEEPEST: usize = 64;

/// The names of a call for its reader, and the values that no reader may see.
#[derive(Clone, Default)]
pub struct Case {
    /// Operation, status and example.
    name: String,
    status: String,
    secrets: BTreeSet<String>,
}

/// A place where something else was found than is documented.
pub struct Difference {
    place: String,
    documented: String,
    found: String,
}

impl Case {
    pub fn of(call: &ExampleCall) -> Self {
        let mut secrets = BTreeSet::new();
        for (parameter, value) in &call.parameters {
            collect(parameter.get("schema"), *value, DEEPEST, &mut secrets);
        }
        let response = call.operation.responses().find(|(status, _)| *status == call.status);
        let bodies = [
            (call.operation.request_body(), call.request),
            (response.map(|(_, response)| response), call.response),
        ];
        for (holder, value) in bodies {
            let schema = holder.and_then(spec::json_content).and_then(|media| media.get("schema"));
            if let Some(value) = value {
                collect(schema, value, DEEPEST, &mut secrets);
            }
        }
        let name = format!("{} {} {}", call.operation.label(), call.status, call.name);
        Self { name, status: call.status.to_owned(), secrets }
    }

    /// A value in a few characters, unless it is a secret.
    pub fn show(&self, value: &Value) -> String {
        match value {
            Value::Object(members) if !members.is_empty() => "an object".to_owned(),
            Value::Array(items) if !items.is_empty() => "a list".to_owned(),
            Value::String(text) if self.secrets.contains(text) => "[redacted]".to_owned(),
            value => {
                let text = value.to_string();
                match text.char_indices().nth(LONGEST) {
                    Some((end, _)) => format!("{}…", &text[..end]),
                    None => text,
                }
            }
        }
    }

    /// That another status was found.
    pub fn status(&self, found: u16) -> Difference {
        Difference::new("status", self.status.as_str(), found.to_string())
    }

    pub fn fail(&self, difference: Difference) -> ! {
        panic!("{}: {difference}", self.name)
    }

    /// Fails with the first difference, if there is one.
    pub fn finish(&self, differences: Vec<Difference>) {
        let count = differences.len();
        if let Some(first) = differences.into_iter().next() {
            let more = if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() };
            panic!("{}: {first}{more}", self.name);
        }
    }
}

impl Difference {
    pub fn new(
        place: impl Into<String>,
        documented: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self { place: place.into(), documented: documented.into(), found: found.into() }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, documented, found } = self;
        write!(f, "{}: documented {documented}, found {found}", place.trim_end())
    }
}

/// Adds the texts that a schema calls passwords.
fn collect(schema: Option<Node>, value: Node, depth: usize, secrets: &mut BTreeSet<String>) {
    let Some(schema) = schema.and_then(|schema| schema.resolve().ok()) else { return };
    let Some(depth) = depth.checked_sub(1) else { return };
    if schema.get("format").and_then(Node::as_str) == Some("password") {
        secrets.extend(value.as_str().map(str::to_owned));
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        for part in schema.get(key).into_iter().flat_map(Node::items) {
            collect(Some(part), value, depth, secrets);
        }
    }
    value.items().for_each(|item| collect(schema.get("items"), item, depth, secrets));
    for member in value.entries() {
        let property = schema.get("properties").and_then(|all| all.get(member.key));
        let property = property.or_else(|| schema.get("additionalProperties"));
        collect(property, member.value, depth, secrets);
    }
}
