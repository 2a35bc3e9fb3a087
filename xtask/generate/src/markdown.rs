//! Escapes Markdown for rustdoc: no code that it compiles, no links that it resolves, no HTML.
//!
//! rustdoc compiles an indented or unmarked code block, and warns about HTML tags, about links to
//! items that do not exist, and about bare URLs.

use std::iter::Peekable;
use std::str::Lines;

/// The documentation of what has no description in the document.
pub const NOT_DESCRIBED: &str = "Not described in the document.";

/// Escapes a text of the document for a doc comment.
pub fn escape(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut lines = text.trim().lines().peekable();
    let mut escaped = Vec::new();
    while let Some(line) = lines.next() {
        let (containers, rest) = containers(line);
        match fence(rest) {
            Some(fence) => escaped.push(block(&containers, fence, &mut lines)),
            None => escaped.push(containers.concat() + &inline(rest)),
        }
    }
    escaped.join("\n")
}

/// Returns a text as a code span.
pub fn code(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    let ticks = "`".repeat(longest_run(&text) + 1);
    let is_at_end = text.is_empty() || text.starts_with('`') || text.ends_with('`');
    let space = if is_at_end { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

/// Returns a link to a web page; a code span if the URL is not one.
pub fn link(text: &str, url: &str) -> String {
    match split_url(url) {
        Some((url, "")) if url.contains(['(', ')']) => format!("[{}](<{url}>)", inline(text)),
        Some((url, "")) => format!("[{}]({url})", inline(text)),
        _ => format!("{}: {}", inline(text), code(url)),
    }
}

/// Returns a text that ends like a sentence.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let ended = text.is_empty() || text.ends_with(['.', '!', '?', '`']);
    if ended { text.to_owned() } else { format!("{text}.") }
}

/// Splits a line into its quote and list markers, each with one space after it, and the rest. More
/// space after a marker would begin a code block.
fn containers(line: &str) -> (Vec<String>, &str) {
    let (mut containers, mut rest) = (Vec::new(), line.trim());
    loop {
        let Some(length) = marker(rest) else { return (containers, rest) };
        containers.push(format!("{} ", &rest[..length]));
        rest = rest[length..].trim_start();
    }
}

/// Returns the length of a quote or list marker.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = match text.as_bytes().get(digits)? {
        b'>' if digits == 0 => return Some(1),
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..10).contains(&digits) => digits + 1,
        _ => return None,
    };
    text[length..].chars().next().is_none_or(char::is_whitespace).then_some(length)
}

/// Returns the code fence that a line opens.
fn fence(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|first| matches!(first, '`' | '~'))?;
    let (fence, info) = text.split_at(text.len() - text.trim_start_matches(first).len());
    // With a backtick in the rest of the line, it is a code span.
    (fence.len() > 2 && !(first == '`' && info.contains('`'))).then_some(fence)
}

/// Returns a code block as `text`, outside of lists and quotes. It ends with its quote.
fn block(containers: &[String], fence: &str, lines: &mut Peekable<Lines>) -> String {
    let is_quoted = containers.iter().any(|container| container == "> ");
    let mut content = Vec::new();
    while let Some(line) = lines.next_if(|line| !is_quoted || line.trim_start().starts_with('>')) {
        let line = if is_quoted { unquoted(line) } else { line };
        let closing = line.trim();
        if closing.len() >= fence.len() && closing.trim_start_matches(&fence[..1]).is_empty() {
            break;
        }
        content.push(line);
    }
    let content = content.join("\n");
    let ticks = "`".repeat(longest_run(&content).max(2) + 1);
    format!("{ticks}text\n{content}\n{ticks}")
}

fn unquoted(line: &str) -> &str {
    let line = line.trim_start().trim_start_matches('>');
    line.strip_prefix(' ').unwrap_or(line)
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// Escapes markup of rustdoc outside of code spans and URLs.
fn inline(line: &str) -> String {
    let (mut text, mut rest) = (String::new(), line);
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        match first {
            '`' => {
                let (span, is_code) = span(rest);
                length = span.len();
                text += &if is_code { span.to_owned() } else { span.replace('`', r"\`") };
            }
            '\\' => {
                let escaped = rest[1..].chars().next().filter(char::is_ascii_punctuation);
                length += escaped.map_or(0, char::len_utf8);
                text.push('\\');
                text.push(escaped.unwrap_or('\\'));
            }
            _ if let Some((url, after)) = split_url(rest.strip_prefix('<').unwrap_or(rest)) => {
                // `<URL>` is a link already; other tags are escaped.
                let is_link = first == '<' && after.starts_with('>');
                let opens = first == '<' && !is_link;
                text += if opens { r"\<" } else { "" };
                text += &format!("<{url}>");
                length = url.len() + usize::from(first == '<') + usize::from(is_link);
            }
            '[' | ']' | '<' => text.extend(['\\', first]),
            first => text.push(first),
        }
        rest = &rest[length..];
    }
    text
}

/// Returns the code span at the beginning of a text, or the backticks that do not open one. A span
/// with a bar does not count, because the bar could end the cell of a table.
fn span(text: &str) -> (&str, bool) {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let mut end = ticks;
    while let Some(at) = text[end..].find('`') {
        let start = end + at;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        end = start + run;
        if run == ticks && !text[..start].contains('|') {
            return (&text[..end], true);
        }
    }
    (&text[..ticks], false)
}

/// Splits the URL of a web page off the beginning of a text.
fn split_url(text: &str) -> Option<(&str, &str)> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let ends = |c: char| c.is_whitespace() || c.is_control() || r#"<>"`|[]{}\^"#.contains(c);
    let length = host.find(ends).unwrap_or(host.len());
    let url = &text[..text.len() - host.len() + length];
    let mut url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
    while url.ends_with(')') && !url.contains('(') {
        url = url[..url.len() - 1].trim_end_matches(['.', ',', ';', ')']);
    }
    (!url.ends_with('/') || url.len() > "https://".len()).then(|| text.split_at(url.len()))
}

#[cfg(test)]
mod tests {
    use super::{code, escape, link};

    #[test]
    fn code_blocks_are_not_compiled() {
        for (text, shown) in [
            ("A list.\n\n    let a = 1;", "A list.\n\nlet a = 1;"),
            ("\tlet a;", "let a;"),
            ("a\n\n\tlet a;", "a\n\nlet a;"),
            ("-     let a;\n1.\t\tlet b;\n10)      c", "- let a;\n1. let b;\n10) c"),
            (">     let a;\n> >\t\tb", "> let a;\n> > b"),
            ("* >    - 1.      let a;", "* > - 1. let a;"),
            ("```\nrun\n```", "```text\nrun\n```"),
            ("~~~rust\nrun\n~~~~\n[x]", "```text\nrun\n```\n\\[x\\]"),
            ("```rust,ignore\n  run", "```text\n  run\n```"),
            ("~~~\n```\n~~~", "````text\n```\n````"),
            ("````\n```\n````", "````text\n```\n````"),
            ("> ```\n> run\n> ```\n> [a]", "```text\nrun\n```\n> \\[a\\]"),
            ("> ~~~\n> run\n\n[a]", "```text\nrun\n```\n\n\\[a\\]"),
            ("- ```\n  run\n  ```", "```text\n  run\n```"),
            ("``` a`b", r"\`\`\` a\`b"),
        ] {
            assert_eq!(escape(text), shown, "{text:?}");
        }
    }

    #[test]
    fn links_are_not_resolved() {
        for (text, shown) in [
            ("[x] of <T>, `a[0]`", r"\[x\] of \<T>, `a[0]`"),
            (r"\[x] \<b> \", r"\[x\] \<b> \\"),
            ("`open [x] and ``two`` <b>", r"\`open \[x\] and ``two`` \<b>"),
            ("``a ` [b]`` [c]", r"``a ` [b]`` \[c\]"),
            ("| `a|[b]` |", r"| \`a|\[b\]\` |"),
            ("see https://a.example/b.", "see <https://a.example/b>."),
            ("(https://a.example/b)", "(<https://a.example/b>)"),
            ("https://a.example/b_(c)", "<https://a.example/b_(c)>"),
            ("<https://a.example>", "<https://a.example>"),
            ("<a href=\"http://a.example\">", "\\<a href=\"<http://a.example>\">"),
            ("[a](http://a.example)", r"\[a\](<http://a.example>)"),
            (r"\https://a.example", r"\\<https://a.example>"),
            ("`https://a.example`", "`https://a.example`"),
            ("https:// and http", "https:// and http"),
            ("a\rb\u{2028}c", "a\nb\nc"),
        ] {
            assert_eq!(escape(text), shown, "{text:?}");
        }
    }

    #[test]
    fn code_span_holds_any_text() {
        assert_eq!(code("a[0]"), "`a[0]`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`a``"), "``` `a`` ```");
        assert_eq!(code("a\nb"), "`a b`");
    }

    #[test]
    fn only_urls_of_pages_are_linked() {
        assert_eq!(link("page", "https://a.example/(b"), "[page](<https://a.example/(b>)");
        assert_eq!(link("page", "crate::Client"), "page: `crate::Client`");
        assert_eq!(link("page", "https://a.example/b c"), "page: `https://a.example/b c`");
    }

    /// Texts of random pieces of Markdown that have a meaning for rustdoc.
    fn texts(count: usize) -> Vec<String> {
        const PIECES: [&str; 46] = [
            "```",
            "~~~",
            "````",
            "`",
            "``",
            "\n",
            "\n\n",
            "\n    ",
            "\n\n    ",
            "\n\t",
            "\n\n\t",
            "> ",
            ">",
            "- ",
            "-     ",
            "* ",
            "1. ",
            "2)",
            "\t",
            " ",
            "    ",
            "let a: = ;",
            "fn",
            "[a]",
            "[a]: b",
            "[`b`]",
            "[a](b)",
            "![a](c)",
            "[^1]",
            "[a][b]",
            "<b>",
            "</div>",
            "<T",
            "<!-- ",
            "https://a.example/b",
            "http://a.example",
            "<https://c.example>",
            "\\",
            "|",
            "\n|-|-|\n",
            "# ",
            "***",
            "&lt;",
            "*/",
            "/*",
            "\u{202e}",
        ];
        let mut random = fastrand::Rng::with_seed(14);
        let mut text = || {
            let count = random.usize(1..12);
            (0..count).map(|_| PIECES[random.usize(..PIECES.len())]).collect()
        };
        (0..count).map(|_| text()).collect()
    }

    #[test]
    fn rustdoc_compiles_and_resolves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut source = "//! Texts.\n".to_owned();
        for (index, text) in texts(4000).iter().enumerate() {
            let shown = escape(text);
            let words: Vec<&str> = shown.split_whitespace().collect();
            let item = format!("- {}: {}", code(text), words.join(" "));
            // progenitor begins without a space, as one attribute.
            source += &format!("#[doc = {shown:?}] pub const C{index}: () = ();\n");
            let [docs, page] = [shown, item].map(|text| super::super::text::docs(&text));
            source += &format!(
                "{docs} pub const A{index}: () = ();\n{page} pub const B{index}: () = ();\n"
            );
        }
        let path = folder.path().join("texts.rs");
        std::fs::write(&path, source).expect("a source");
        let rustdoc = |arguments: &[&str]| {
            let mut command = std::process::Command::new("rustdoc");
            command.arg(&path).args([
                "--crate-name",
                "texts",
                "-D",
                "warnings",
                "--edition",
                "2024",
            ]);
            let output =
                command.args(arguments).current_dir(folder.path()).output().expect("rustdoc");
            let printed = [output.stdout, output.stderr]
                .map(|text| String::from_utf8_lossy(&text).into_owned());
            (output.status.success(), printed.concat())
        };
        let (is_fine, printed) = rustdoc(&["--out-dir", "docs"]);
        assert!(is_fine, "{}", &printed[..printed.len().min(4000)]);
        let (_, printed) = rustdoc(&["--test"]);
        assert!(printed.contains("running 0 tests"), "{}", &printed[..printed.len().min(4000)]);
    }
}
