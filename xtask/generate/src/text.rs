//! Rust source as text: prettyplease, with a blank line between items.
//!
//! rustfmt does not run after it: the two format doc comments differently, and doctests break.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Block, Expr, ExprLit, Item, Lit, LitStr, Meta};

use super::order;

/// Formats the items of a file.
pub fn pretty(tokens: TokenStream) -> syn::Result<String> {
    Ok(spaced(&mut syn::parse2(tokens)?))
}

/// Formats a parsed file, and leaves it as it is.
pub fn spaced(file: &mut syn::File) -> String {
    let mut text = String::new();
    let mut after_use = true;
    let mut formatted = Vec::new();
    for item in std::mem::take(&mut file.items) {
        let is_use = matches!(item, Item::Use(_));
        if !(text.is_empty() || is_use && after_use) {
            text.push('\n');
        }
        after_use = is_use;
        file.items = vec![item];
        text.push_str(&prettyplease::unparse(file));
        formatted.append(&mut file.items);
    }
    file.items = formatted;
    order::marks_to_comments(&text)
}

/// Escapes the characters that rustc denies in a source, because they would reorder or break a line.
/// In literals, of which quote escapes most, the meaning is the same; all others are in comments.
pub fn visible(source: &str) -> String {
    let is_denied = |c: char| match c {
        ' '..='~' | '\n' | '\t' => false,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    };
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find(is_denied) {
        let mut after = rest[at..].chars();
        text.push_str(&rest[..at]);
        text.extend(after.next().into_iter().flat_map(char::escape_unicode));
        rest = after.as_str();
    }
    text + rest
}

/// Returns documentation as attributes, one per line, which are printed as `///`.
pub fn docs(text: &str) -> TokenStream {
    let lines = lines(text);
    quote!(#(#[doc = #lines])*)
}

/// Returns the lines of documentation, with a space before each that has text.
fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    })
}

/// Returns the documentation in attributes, without the space before each line.
pub fn read_docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| documentation(&attribute.meta));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// Gives documentation one attribute for each line, as [`docs`] writes it. In progenitor's code, an
/// attribute has all lines, and no space before the first one.
pub fn split_docs(file: &mut syn::File) {
    struct Lines;
    impl VisitMut for Lines {
        fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
            for attribute in std::mem::take(attributes) {
                match documentation(&attribute.meta) {
                    Some(text) => attributes.extend(
                        lines(text.strip_prefix(' ').unwrap_or(&text).trim_end())
                            .map(|line| with_text(&attribute, &line)),
                    ),
                    None => attributes.push(attribute),
                }
            }
        }

        // Only declarations are documented.
        fn visit_block_mut(&mut self, _: &mut Block) {}
    }
    Lines.visit_file_mut(file);
}

fn with_text(attribute: &Attribute, line: &str) -> Attribute {
    let mut attribute = attribute.clone();
    if let Meta::NameValue(pair) = &mut attribute.meta {
        let text = LitStr::new(line, Span::call_site());
        pair.value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Str(text) });
    }
    attribute
}

/// Returns the text of an attribute `doc = "…"`.
fn documentation(attribute: &Meta) -> Option<String> {
    match attribute {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    #[test]
    fn documentation_has_one_attribute_for_each_line() {
        let code = quote! {
            #[doc = "A type.\n\n```text\n  code\n```\n"]
            #[serde(default)]
            struct A {
                #[doc = " A field."]
                #[doc = ""]
                a: u8,
            }
        };
        let expected = "/// A type.\n///\n/// ```text\n///   code\n/// ```\n\
                        #[serde(default)]\nstruct A {\n    /// A field.\n    a: u8,\n}\n";
        let mut file = syn::parse2(code).expect("code");
        super::split_docs(&mut file);
        assert_eq!(super::spaced(&mut file), expected);
    }

    #[test]
    fn characters_that_rustc_denies_are_escaped() {
        let source = "/// a\u{202e}b\u{0}\r\u{2066}\nconst A: &str = \"ü\t\u{200f}\";";
        let visible = "/// a\\u{202e}b\\u{0}\\u{d}\\u{2066}\nconst A: &str = \"ü\t\\u{200f}\";";
        assert_eq!(super::visible(source), visible);
    }
}
