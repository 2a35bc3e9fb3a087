//! The texts in a file of Rust code, by whether they are messages, help or documentation.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{Expr, ExprLit, Lit, Meta};

/// The derived traits of command-line arguments. Their doc comments are the output of `--help`.
const ARGUMENTS: [&str; 4] = ["Args", "Parser", "Subcommand", "ValueEnum"];

#[derive(Default)]
pub struct RustTexts {
    /// String literals outside of attributes and tests. A literal that starts with a line break is
    /// a document, not a message.
    pub messages: Vec<String>,
    /// Doc comments, each with all its lines.
    pub docs: Vec<String>,
    /// Doc comments of command-line arguments.
    pub help: Vec<String>,
}

/// The attributes in front of an item.
#[derive(Default)]
struct Attributes {
    doc: String,
    is_arguments: bool,
    is_test: bool,
}

impl RustTexts {
    /// Returns the texts of a file.
    pub fn of(code: &str) -> Self {
        let mut texts = Self::default();
        texts.walk(code.parse().expect("Rust code"), false);
        texts
    }

    fn walk(&mut self, tokens: TokenStream, in_arguments: bool) {
        let mut attributes = Attributes::default();
        let mut after_hash = false;
        for tree in tokens {
            if let TokenTree::Punct(punct) = &tree {
                after_hash = punct.as_char() == '#' || after_hash && punct.as_char() == '!';
                let ends_item = punct.as_char() == ';';
                attributes = if ends_item { Attributes::default() } else { attributes };
                continue;
            }
            match tree {
                TokenTree::Group(group) if after_hash => attributes.add(&group),
                tree => {
                    let doc = std::mem::take(&mut attributes.doc);
                    if !doc.is_empty() {
                        self.docs.push(doc.clone());
                        self.help
                            .extend(Some(doc).filter(|_| in_arguments || attributes.is_arguments));
                    }
                    self.tree(tree, &mut attributes);
                }
            }
            after_hash = false;
        }
        self.docs.extend(Some(attributes.doc).filter(|doc| !doc.is_empty()));
    }

    /// Takes the literals of a token or group that is not an attribute.
    fn tree(&mut self, tree: TokenTree, attributes: &mut Attributes) {
        match tree {
            TokenTree::Group(group) => {
                if !attributes.is_test {
                    self.walk(group.stream(), attributes.is_arguments);
                }
                if group.delimiter() == Delimiter::Brace {
                    *attributes = Attributes::default();
                }
            }
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal)
                    && !text.value().starts_with('\n')
                {
                    self.messages.push(without_placeholders(&text.value()));
                }
            }
            _ => {}
        }
    }
}

impl Attributes {
    fn add(&mut self, attribute: &Group) {
        match syn::parse2(attribute.stream()) {
            Ok(Meta::NameValue(pair)) if pair.path.is_ident("doc") => {
                if let Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) = pair.value {
                    self.doc += &line.value();
                    self.doc.push('\n');
                }
            }
            Ok(Meta::List(list)) if list.path.is_ident("derive") => {
                let derived = list.tokens.to_string();
                let is_derived =
                    |name: &&str| derived.split([' ', ',', ':']).any(|one| one == *name);
                self.is_arguments |= ARGUMENTS.iter().any(is_derived);
            }
            Ok(Meta::List(list)) if list.path.is_ident("cfg") => {
                self.is_test |= list.tokens.to_string() == "test";
            }
            _ => {}
        }
    }
}

/// A format string without the names in its braces, which are not prose.
fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("{}")
}

#[test]
fn texts_are_told_apart() {
    let code = r#"
        //! The file.
        /// What to do.
        /// In two lines.
        #[derive(Debug, clap::Args)]
        struct Arguments {
            /// A path.
            #[arg(value_name = "not a message")]
            path: String,
        }
        /// A function.
        fn f() -> String {
            format!("a {name:>5} {}", g("b", "\ndocument"))
        }
        #[cfg(test)]
        mod tests { const A: &str = "not a message"; }
        const C: &str = "c";
    "#;
    let RustTexts { messages, docs, help } = RustTexts::of(code);
    assert_eq!(messages, ["a {} {}", "b", "c"]);
    assert_eq!(
        docs,
        [" The file.\n What to do.\n In two lines.\n", " A path.\n", " A function.\n"]
    );
    assert_eq!(help, [" The file.\n What to do.\n In two lines.\n", " A path.\n"]);
}
