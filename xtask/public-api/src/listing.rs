//! Finds what callers of a crate can name, part by part, under the paths by which they reach it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use quote::format_ident;
use syn::{FnArg, ImplItem, ImplItemFn, Item, ItemImpl, Type, TypeParamBound, parse_quote};

use crate::modules::{
    Definition, ParsedCrate, Path, child, ident, is_public, public_ident, segments,
};
use crate::names::Names;
use crate::parts::{kept_attributes, parts};

/// The declarations of a crate that are public and can be reached from its root.
pub struct Listing {
    /// Every part of every declaration.
    pub parts: Vec<Part>,
}

/// A part of a declaration that callers can depend on.
pub struct Part {
    /// The name of the declaration that it belongs to.
    pub name: String,
    /// A declaration with only this part, in which all paths are those of callers.
    pub item: Item,
    /// The crates whose types it names, without those that need no mark.
    pub foreign: BTreeSet<String>,
}

impl Listing {
    /// Lists the public API of a crate.
    pub fn new(parsed: &ParsedCrate) -> Self {
        let mut lister = Lister { parsed, names: BTreeMap::new(), parts: Vec::new() };
        lister.name(&[], "");
        for (path, module) in &parsed.modules {
            for item in &module.items {
                lister.list(path, item);
            }
        }
        Self { parts: lister.parts }
    }
}

impl fmt::Display for Listing {
    /// One line for each part, sorted by the names they belong to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.parts.iter().map(|part| (&part.name, part.line(), &part.foreign));
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
    /// Returns the part as Rust on one line.
    pub fn line(&self) -> String {
        let items = vec![self.item.clone()];
        let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items };
        let text = prettyplease::unparse(&file);
        let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Remove what is left of line breaks and of empty bodies.
        for (from, to) in
            [("( ", "("), (", )", ")"), ("< ", "<"), (", >", ">"), (", }", " }"), (" {}", "")]
        {
            line = line.replace(from, to);
        }
        match ident(&self.item) {
            Some(ident) => line.replacen(&format!(" {ident}"), &format!(" {}", self.name), 1),
            None => line,
        }
    }
}

struct Lister<'m> {
    parsed: &'m ParsedCrate,
    /// The public names of declarations.
    names: BTreeMap<Path, String>,
    parts: Vec<Part>,
}

impl Lister<'_> {
    /// Finds the public names of what is reached through the public module `path`.
    fn name(&mut self, path: &[String], prefix: &str) {
        let parsed = self.parsed;
        let module = &parsed.modules[path];
        for name in module.items.iter().filter_map(public_ident) {
            self.names.entry(child(path, &name.to_string())).or_insert(format!("{prefix}{name}"));
        }
        for name in &module.public {
            self.name(&child(path, name), &format!("{prefix}{name}::"));
        }
        for import in module.imports.iter().filter(|import| import.is_public) {
            match (parsed.definition(path, &import.target), &import.name) {
                (Definition::Local(target), None) if parsed.modules.contains_key(&target) => {
                    self.name(&target, prefix);
                }
                // The variants of an enum are listed with the enum.
                (Definition::Local(_), None) => {}
                (Definition::Local(target), Some(name)) if parsed.modules.contains_key(&target) => {
                    self.name(&target, &format!("{prefix}{name}::"));
                }
                (Definition::Local(target), Some(name)) => {
                    self.names.entry(target).or_insert(format!("{prefix}{name}"));
                }
                (Definition::Foreign(target), _) => {
                    let names = target.iter().map(|name| format_ident!("{name}"));
                    let item = parse_quote!(pub use #(#names)::*;);
                    let foreign = target.into_iter().take(1).collect();
                    self.parts.push(Part { name: prefix.to_owned(), item, foreign });
                }
            }
        }
    }

    /// Lists a declaration if it is public, part by part.
    fn list(&mut self, module: &[String], item: &Item) {
        if let Item::Impl(item) = item {
            return self.list_impl(module, item);
        }
        let name = ident(item).map(|ident| child(module, &ident.to_string()));
        if let Some(name) = name.and_then(|name| self.names.get(&name).cloned()) {
            parts(item).into_iter().for_each(|part| self.part(module, &name, part));
        }
    }

    fn list_impl(&mut self, module: &[String], item: &ItemImpl) {
        let Some(name) = self.public_name(module, &item.self_ty) else { return };
        let mut head = ItemImpl { attrs: Vec::new(), items: Vec::new(), ..item.clone() };
        if let Some((of, _)) = &item.trait_ {
            let definition = self.parsed.definition(module, &segments(of));
            if matches!(definition, Definition::Local(of) if !self.names.contains_key(&of)) {
                return;
            }
            let types = item.items.iter().filter(|part| matches!(part, ImplItem::Type(_)));
            head.items.extend(types.cloned());
            return self.part(module, &name, Item::Impl(head));
        }
        for part in &item.items {
            if let ImplItem::Fn(ImplItemFn { attrs, vis, sig, .. }) = part
                && is_public(vis)
            {
                let (kept, mut sig) = (kept_attributes(attrs), sig.clone());
                // Callers do not see that a method declares its argument `mut`.
                if let Some(FnArg::Receiver(receiver)) = sig.inputs.first_mut() {
                    receiver.mutability = None;
                }
                head.items = vec![parse_quote!(#(#kept)* #vis #sig {})];
                self.part(module, &name, Item::Impl(head.clone()));
            }
        }
    }

    /// Adds `item`, a declaration of `name` with one part.
    fn part(&mut self, module: &[String], name: &str, mut item: Item) {
        let foreign = Names { parsed: self.parsed, public: &self.names, module }.resolve(&mut item);
        self.parts.push(Part { name: name.to_owned(), item, foreign });
    }

    fn public_name(&self, module: &[String], of: &Type) -> Option<String> {
        let path = match of {
            Type::Path(of) => &of.path,
            Type::TraitObject(of) => match of.bounds.first()? {
                TypeParamBound::Trait(of) => &of.path,
                _ => return None,
            },
            Type::Reference(of) => return self.public_name(module, &of.elem),
            _ => return None,
        };
        match self.parsed.definition(module, &segments(path)) {
            Definition::Local(path) => self.names.get(&path).cloned(),
            Definition::Foreign(_) => None,
        }
    }
}
