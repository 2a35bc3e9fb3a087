//! What an identifier of Rust is, without a parser of Rust.

/// The keywords of Rust, strict and reserved ones, of all editions to 2024, the one of the client.
pub const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "Self", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns whether a text is an identifier that is not a keyword.
pub fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = |first| first == '_' || unicode_ident::is_xid_start(first);
    characters.next().is_some_and(starts)
        && characters.all(unicode_ident::is_xid_continue)
        && text != "_"
        && !KEYWORDS.contains(&text)
}
