//! Words for messages.

use spec::{Kind as Json, Node};

/// A type of JSON with its article.
pub fn kind(kind: Json) -> &'static str {
    match kind {
        Json::Null => "nothing",
        Json::Bool => "a boolean",
        Json::Number => "a number",
        Json::String => "a string",
        Json::Array => "a list",
        Json::Object => "an object",
    }
}

/// How much of a value a message shows, in characters.
const SHOWN: usize = 60;

/// A value as JSON, cut after so many characters that a message can show it.
pub fn value(node: Node) -> String {
    let mut text = String::new();
    write_value(node, &mut text);
    cut(&text)
}

/// The start of a text that is too long for a message.
pub fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Adds a value as JSON, no further than the text is shown.
fn write_value(node: Node, text: &mut String) {
    // A character has four bytes at most.
    if text.len() > 4 * SHOWN {
        return;
    }
    match node.kind() {
        Json::Array => {
            text.push('[');
            for (index, item) in node.items().enumerate().take(SHOWN) {
                *text += if index > 0 { "," } else { "" };
                write_value(item, text);
            }
            text.push(']');
        }
        Json::Object => {
            text.push('{');
            for (index, entry) in node.entries().enumerate().take(SHOWN) {
                *text += if index > 0 { "," } else { "" };
                *text += &format!("{}:", quoted(entry.key));
                write_value(entry.value, text);
            }
            text.push('}');
        }
        // As it is written, because it may not fit any number of Rust.
        Json::Number => *text += node.number_text().unwrap_or_default(),
        Json::String => *text += &quoted(node.as_str().unwrap_or_default()),
        Json::Bool | Json::Null => *text += &node.to_value().to_string(),
    }
}

/// A text in quotation marks, cut. What cannot be seen in it is escaped with the whole message.
fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// The name of a schema: of a component its own, else its place.
pub fn schema(schema: Node) -> String {
    let section = schema.parent().filter(|section| section.key() == Some("schemas"));
    let section = section.and_then(Node::parent).filter(|node| node.key() == Some("components"));
    match (section, schema.key()) {
        (Some(_), Some(name)) => format!("schema `{}`", cut(name)),
        _ => format!("the schema at `#{}`", schema.pointer()),
    }
}

/// Returns the words for a thing, with its field `name`.
pub fn named(what: &str, node: Node) -> String {
    by_name(what, node.get("name").and_then(Node::as_str))
}

/// Returns the words for a thing, with the key that it is at.
pub fn keyed(what: &str, node: Node) -> String {
    by_name(what, node.key())
}

fn by_name(what: &str, name: Option<&str>) -> String {
    name.map_or_else(|| format!("the {what}"), |name| format!("{what} `{}`", cut(name)))
}

/// The longest word that is compared with others, in bytes.
const MAX_WORD: usize = 100;

/// The known word that a misspelt one probably means, whatever its case.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_WORD {
        return None;
    }
    let bound = word.len().div_ceil(4).min(2);
    let word = word.to_ascii_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&word, &known.to_ascii_lowercase());
    let known = known.filter(|known| known.len().abs_diff(word.len()) <= 4 * bound);
    let near = known.map(|known| (distance(known), known));
    near.filter(|(distance, _)| *distance <= bound).min().map(|(_, known)| known)
}

/// A text with an escape in place of each character that cannot be seen, or that hides others.
pub fn visible(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        if is_invisible(character) {
            // As JSON and YAML write it.
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                visible += &format!("\\u{unit:04x}");
            }
        } else {
            visible.push(character);
        }
    }
    visible
}

/// Returns whether a character has no width of its own, is a space other than U+0020, or changes the
/// direction of writing.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace() && character != ' '
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
