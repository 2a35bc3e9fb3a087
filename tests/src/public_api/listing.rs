//! What callers of a crate can name, one line for each part of it.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{ImplItem, ImplItemFn, Item, ItemImpl, Type, TypeParamBound, parse_quote};

use super::modules::{Modules, Path, Place, child, ident, is_public, public_ident};
use super::parts::parts;

/// What the public API may name: a new major version of any other crate would be one of ours.
const KNOWN: [&str; 4] = ["core", "futures_util", "serde", "std"];

/// The declarations of a crate that are public and can be reached from its root.
pub struct PublicApi<'m> {
    modules: &'m Modules,
    /// The public names of declarations.
    names: BTreeMap<Path, String>,
    /// Each part of each declaration, with the foreign crates that it names.
    pub lines: BTreeMap<String, BTreeSet<String>>,
}

impl<'m> PublicApi<'m> {
    pub fn of(modules: &'m Modules) -> Self {
        let mut api = Self { modules, names: BTreeMap::new(), lines: BTreeMap::new() };
        api.name(&[], "");
        for (path, module) in &modules.0 {
            for item in &module.items {
                api.list(path, item);
            }
        }
        api
    }

    /// Names what is reached through the public module `path`.
    fn name(&mut self, path: &[String], prefix: &str) {
        let module = &self.modules.0[path];
        for name in module.items.iter().filter_map(public_ident) {
            self.names.entry(child(path, &name.to_string())).or_insert(format!("{prefix}{name}"));
        }
        for name in &module.public {
            self.name(&child(path, name), &format!("{prefix}{name}::"));
        }
        for import in module.imports.iter().filter(|import| import.is_public) {
            let place = self.modules.find(path, &import.target);
            match (place, &import.name) {
                (Place::Here(target), None) => self.name(&target, prefix),
                (Place::Here(target), Some(name)) if self.modules.0.contains_key(&target) => {
                    self.name(&target, &format!("{prefix}{name}::"));
                }
                (Place::Here(target), Some(name)) => {
                    self.names.entry(target).or_insert(format!("{prefix}{name}"));
                }
                (Place::Elsewhere(target), _) => {
                    let line = format!("{prefix} pub use {}", target.join("::"));
                    self.lines.insert(line, target.into_iter().take(1).collect());
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
            parts(item).into_iter().for_each(|part| self.line(module, &name, part));
        }
    }

    fn list_impl(&mut self, module: &[String], item: &ItemImpl) {
        let Some(name) = self.public_name(module, &item.self_ty) else { return };
        let mut head = ItemImpl { attrs: Vec::new(), items: Vec::new(), ..item.clone() };
        if let Some((of, _)) = &item.trait_ {
            let place = self.modules.find(module, &segments(of));
            if matches!(place, Place::Here(of) if !self.names.contains_key(&of)) {
                return;
            }
            let types = item.items.iter().filter(|part| matches!(part, ImplItem::Type(_)));
            head.items.extend(types.cloned());
            return self.line(module, &name, Item::Impl(head));
        }
        for part in &item.items {
            if let ImplItem::Fn(ImplItemFn { vis, sig, .. }) = part
                && is_public(vis)
            {
                head.items = vec![parse_quote!(#vis #sig {})];
                self.line(module, &name, Item::Impl(head.clone()));
            }
        }
    }

    /// Adds a line for `item`, which has one part of what `name` declares.
    fn line(&mut self, module: &[String], name: &str, item: Item) {
        let mut paths = Paths::default();
        paths.visit_item(&item);
        let foreign = paths.0.iter().filter_map(|path| match self.modules.find(module, path) {
            // A single name is of the prelude or a parameter, and a capital is no crate.
            Place::Elsewhere(path) if path.len() > 1 && path[0].starts_with(char::is_lowercase) => {
                path.into_iter().next()
            }
            _ => None,
        });
        let foreign: BTreeSet<String> =
            foreign.filter(|name| !KNOWN.contains(&name.as_str())).collect();
        self.lines.insert(format!("{name}: {}", on_one_line(item)), foreign);
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
        match self.modules.find(module, &segments(path)) {
            Place::Here(path) => self.names.get(&path).cloned(),
            Place::Elsewhere(_) => None,
        }
    }
}

fn on_one_line(item: Item) -> String {
    let items = vec![item];
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items };
    let text = prettyplease::unparse(&file);
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What is left of broken lines, and of bodies.
    for (from, to) in
        [("( ", "("), (", )", ")"), ("< ", "<"), (", >", ">"), (", }", " }"), (" {}", "")]
    {
        line = line.replace(from, to);
    }
    line
}

/// All paths in a declaration.
#[derive(Default)]
struct Paths(Vec<Path>);

impl Visit<'_> for Paths {
    fn visit_path(&mut self, path: &syn::Path) {
        self.0.push(segments(path));
        visit::visit_path(self, path);
    }
}

fn segments(path: &syn::Path) -> Path {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}
