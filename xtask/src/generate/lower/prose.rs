//! Makes descriptions fit for rustdoc, which would compile an indented block and follow `[x]`.

use serde_json::Value;

use super::Lowered;

pub fn pass(lowered: &mut Lowered) {
    descriptions(&mut lowered.document);
}

fn descriptions(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(descriptions),
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(text) if key == "description" || key == "summary" => {
                        *text = rustdoc(text);
                    }
                    _ if key == "example" || key == "examples" => {}
                    member => descriptions(member),
                }
            }
        }
        _ => {}
    }
}

fn rustdoc(text: &str) -> String {
    let mut fenced = false;
    let lines = text.trim().lines().map(|line| {
        let trimmed = line.trim_start();
        if trimmed.starts_with("```") {
            fenced = !fenced;
            return if fenced { "```text".to_owned() } else { "```".to_owned() };
        }
        if fenced { line.to_owned() } else { words(trimmed.trim_end()) }
    });
    let mut text = lines.collect::<Vec<_>>().join("\n");
    if fenced {
        text.push_str("\n```");
    }
    text
}

/// Escapes what is markup to rustdoc, outside of code spans.
fn words(line: &str) -> String {
    let mut spans = line.split('`').enumerate().map(|(index, span)| {
        if index % 2 == 1 {
            return span.to_owned();
        }
        let escaped = span.replace('[', r"\[").replace(']', r"\]").replace('<', r"\<");
        escaped.split(' ').map(link).collect::<Vec<_>>().join(" ")
    });
    let first = spans.next().unwrap_or_default();
    spans.fold(first, |line, span| line + "`" + &span)
}

fn link(word: &str) -> String {
    if !(word.starts_with("https://") || word.starts_with("http://")) {
        return word.to_owned();
    }
    let url = word.trim_end_matches(['.', ',', ';', ')']);
    format!("<{url}>{}", &word[url.len()..])
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_is_compiled_or_followed() {
        super::super::check(
            super::pass,
            r#"
paths:
  /a:
    get:
      description: "A list [x] of <T>, see https://example.com/a.\n\n    let a = 1;\n```\nrun\n```"
      summary: "An `a[0]`"
"#,
            r#"
paths:
  /a:
    get:
      description: "A list \\[x\\] of \\<T>, see <https://example.com/a>.\n\nlet a = 1;\n```text\nrun\n```"
      summary: "An `a[0]`"
"#,
        );
    }
}
