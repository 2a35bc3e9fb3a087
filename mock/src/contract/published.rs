//! The document as the mock server publishes it: its `servers` are this server.

use spec::{Document, Node, Source, Span};

/// The placeholder of the base URL, which the host name in a request replaces.
const URL: &str = "http://mock-server.invalid";

pub(crate) struct Published {
    yaml: String,
    json: String,
}

impl Published {
    pub fn of(document: &Document) -> Self {
        let text = with_servers(document);
        let source = Source::new(document.source().name(), text);
        let value = match Document::parse(&source) {
            Ok(edited) => edited.root().to_value(),
            // An alias elsewhere refers to a value that was replaced.
            Err(_) => {
                let mut value = document.root().to_value();
                value["servers"] = serde_json::json!([{ "url": URL }]);
                let json = value.to_string();
                return Self { yaml: json.clone(), json };
            }
        };
        Self { json: value.to_string(), yaml: source.text().to_owned() }
    }

    pub fn yaml(&self, url: &str) -> String {
        self.yaml.replace(URL, url)
    }

    pub fn json(&self, url: &str) -> String {
        self.json.replace(URL, url)
    }
}

/// Replaces every list of servers in the text. JSON is YAML, too.
fn with_servers(document: &Document) -> String {
    let servers = format!(r#""servers": [{{"url": "{URL}"}}]"#);
    let text = document.source().text();
    let root = document.root();
    let operations = spec::operations(document);
    let nodes = operations.flat_map(|operation| [operation.path_item, operation.node]);
    let lists = nodes.chain([root]).filter_map(|node| node.get("servers"));
    let mut spans: Vec<Span> = lists.filter_map(whole).collect();
    spans.sort();
    spans.dedup();
    let mut edited = String::new();
    let mut end = 0;
    let first = root.entries().next().map_or(0, |entry| entry.key_span.start as usize);
    if root.get("servers").is_none() {
        let separator = match text[..first].contains('{') {
            true => ", ".to_owned(),
            false => {
                format!("\n{}", " ".repeat(document.position(first as u32).column as usize - 1))
            }
        };
        edited.extend([&text[..first], &servers, &separator]);
        end = first;
    }
    for span in spans {
        edited.extend([&text[end..span.start as usize], &servers]);
        end = span.end as usize;
    }
    edited + &text[end..]
}

/// The span of a member with its key.
fn whole(value: Node) -> Option<Span> {
    Some(Span { start: value.key_span()?.start, end: value.span().end })
}
