//! Lists what callers of a crate can name, part by part, under the paths by which they reach it.

use std::collections::BTreeSet;
use std::fmt;

use quote::format_ident;
use syn::{FnArg, ImplItem, ImplItemFn, Item, ItemImpl, parse_quote};

use crate::modules::{ParsedCrate, Path, ident, is_public};
use crate::names::Names;
use crate::naming::Naming;
use crate::parts::{empty_block, kept_attributes, parts};

/// The declarations of a crate that are public and can be reached from its root.
pub struct Listing {
    /// Every part of every declaration.
    pub parts: Vec<Part>,
}

/// A part of a declaration that callers can depend on.
pub struct Part {
    /// The name of the declaration that it belongs to.
    name: String,
    /// A declaration with only this part, as Rust on one line, in which all paths are those of callers.
    pub line: String,
    /// The crates whose types it names, without those that need no mark.
    pub foreign: BTreeSet<String>,
}

impl Listing {
    /// Lists the public API of a crate.
    pub fn new(parsed: &ParsedCrate) -> Self {
        let Naming { names: public, foreign, .. } = Naming::new(parsed);
        let mut parts: Vec<Part> = foreign.into_iter().map(import).collect();
        for (path, module) in &parsed.modules {
            let mut lister = Lister { names: Names::new(parsed, &public, path), parts: &mut parts };
            module.items.iter().for_each(|item| lister.list(item));
        }
        Self { parts }
    }
}

fn import((name, target): (String, Path)) -> Part {
    let names = target.iter().map(|name| format_ident!("{name}"));
    let item = parse_quote!(pub use #(#names)::*;);
    Part::new(name, item, target.into_iter().take(1).collect())
}

impl fmt::Display for Listing {
    /// One line for each part, sorted by the names they belong to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.parts.iter().map(|part| (&part.name, &part.line, &part.foreign));
        for (_, line, foreign) in lines.collect::<BTreeSet<_>>() {
            match foreign.is_empty() {
                true => writeln!(f, "{line}")?,
                // A new major version of that crate needs a new major version of this one.
                false => writeln!(
                    f,
                    "{line} // names {}",
                    Vec::from_iter(foreign.iter().map(String::as_str)).join(", ")
                )?,
            }
        }
        Ok(())
    }
}

impl Part {
    fn new(name: String, item: Item, foreign: BTreeSet<String>) -> Self {
        let declared = ident(&item).map(|ident| format!(" {ident}"));
        let file =
            syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
        let line = on_one_line(&prettyplease::unparse(&file));
        let line = match declared {
            Some(ident) => line.replacen(&ident, &format!(" {name}"), 1),
            None => line,
        };
        Self { name, line, foreign }
    }
}

/// Joins formatted lines, without what is left of line breaks and of empty bodies.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let is_end = line.ends_with(',') && word.starts_with([')', '>', '}']);
        if is_end {
            line.pop();
        }
        let is_close = line.ends_with(['(', '<']) || is_end && !word.starts_with('}');
        match word.strip_prefix("{}") {
            Some(after) if !is_close => line.push_str(after),
            _ => {
                if !is_close && !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
    }
    line
}

/// Lists the declarations of a module.
struct Lister<'m> {
    names: Names<'m>,
    parts: &'m mut Vec<Part>,
}

impl Lister<'_> {
    /// Lists a declaration if it is public, part by part.
    fn list(&mut self, item: &Item) {
        if let Item::Impl(item) = item {
            return self.list_impl(item);
        }
        if let Some(name) = ident(item).and_then(|ident| self.names.of_declaration(ident)) {
            parts(item).into_iter().for_each(|part| self.part(&name, part));
        }
    }

    fn list_impl(&mut self, item: &ItemImpl) {
        let Some(name) = self.names.of_type(&item.self_ty) else { return };
        let head = ItemImpl {
            attrs: Vec::new(),
            modifiers: item.modifiers.clone(),
            unsafety: item.unsafety,
            impl_token: item.impl_token,
            generics: item.generics.clone(),
            trait_: item.trait_.clone(),
            self_ty: item.self_ty.clone(),
            brace_token: item.brace_token,
            items: Vec::new(),
        };
        if let Some((of, _)) = &item.trait_ {
            if !self.names.is_private(of) {
                let types = item.items.iter().filter(|part| matches!(part, ImplItem::Type(_)));
                let items = types.cloned().collect();
                self.part(&name, Item::Impl(ItemImpl { items, ..head }));
            }
            return;
        }
        for part in &item.items {
            if let ImplItem::Fn(method) = part
                && is_public(&method.vis)
            {
                let items = vec![ImplItem::Fn(declaration(method))];
                self.part(&name, Item::Impl(ItemImpl { items, ..head.clone() }));
            }
        }
    }

    /// Adds `item`, a declaration of `name` with one part.
    fn part(&mut self, name: &str, mut item: Item) {
        let foreign = self.names.resolve(&mut item);
        self.parts.push(Part::new(name.to_owned(), item, foreign));
    }
}

/// Returns a method as callers see it.
fn declaration(method: &ImplItemFn) -> ImplItemFn {
    let mut sig = method.sig.clone();
    // Callers do not see that a method declares its argument `mut`.
    if let Some(FnArg::Receiver(receiver)) = sig.inputs.first_mut() {
        receiver.mutability = None;
    }
    ImplItemFn {
        attrs: kept_attributes(&method.attrs),
        vis: method.vis.clone(),
        modifiers: method.modifiers.clone(),
        sig,
        block: empty_block(),
    }
}
