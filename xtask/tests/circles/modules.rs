//! Reads the modules of a crate, and the paths that are written in them.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Item, ItemMod, UseTree};

use crate::packages::Files;
use crate::paths::{self, Path, is_for_tests};

#[derive(Default)]
pub struct Module {
    pub file: String,
    pub parent: usize,
    pub children: BTreeMap<String, usize>,
    pub items: BTreeSet<String>,
    pub macros: BTreeSet<String>,
    /// Names in this module with the paths that they stand for; a glob import has no name.
    pub imports: Vec<(Option<String>, Path)>,
    /// Every other path, imports included.
    pub paths: Vec<Path>,
}

/// The modules of a crate from its root on, without those for tests.
pub struct Modules<'f> {
    files: &'f Files,
    pub all: Vec<Module>,
    /// The files of modules, those for tests included.
    pub files_read: BTreeSet<String>,
}

/// Where a module is.
#[derive(Clone, Copy)]
struct Position<'a> {
    file: &'a str,
    /// The folder of its children.
    children: &'a str,
    /// The folder from which `#[path]` counts.
    base: &'a str,
    parent: usize,
    is_for_tests: bool,
}

impl<'f> Modules<'f> {
    pub fn read(files: &'f Files, root: &str) -> Result<Self, String> {
        let mut modules = Self { files, all: Vec::new(), files_read: BTreeSet::new() };
        modules.file(root, folder(root), 0, false)?;
        Ok(modules)
    }

    fn file(
        &mut self,
        file: &str,
        children: &str,
        parent: usize,
        is_for_tests: bool,
    ) -> Result<usize, String> {
        let parsed = syn::parse_file(&self.files[file]).map_err(|e| format!("{file}: {e}"))?;
        self.files_read.insert(file.to_owned());
        let base = folder(file);
        self.module(parsed.items, Position { file, children, base, parent, is_for_tests })
    }

    fn module(&mut self, items: Vec<Item>, position: Position<'_>) -> Result<usize, String> {
        let index = self.all.len();
        let mut module = Module { file: position.file.to_owned(), ..Module::default() };
        module.parent = position.parent;
        // Children need the index of their parent.
        self.all.push(Module::default());
        let mut words = Vec::new();
        for item in items {
            let is_for_tests = position.is_for_tests
                || attributes(&item).iter().any(|of| is_for_tests(of.meta.to_token_stream()));
            match item {
                Item::Mod(item) => {
                    let name = item.ident.to_string();
                    let position = Position { parent: index, is_for_tests, ..position };
                    let child = self.child(item, position)?;
                    if !is_for_tests {
                        module.children.insert(name, child);
                    }
                    continue;
                }
                _ if is_for_tests => continue,
                Item::Macro(ref item) => match &item.ident {
                    Some(name) => drop(module.macros.insert(name.to_string())),
                    None => words.extend(paths::words(item.mac.tokens.clone())),
                },
                Item::Use(ref item) => import(&item.tree, &[], &mut module.imports),
                ref item => module.items.extend(name(item).map(Ident::to_string)),
            }
            paths::find(item.into_token_stream(), &[], &mut module.paths);
        }
        // A macro to which the name of a file is given declares it as a module.
        for name in words {
            if !module.children.contains_key(&name)
                && let Some((path, inner)) = self.find(position.children, &name)
            {
                let child = self.file(&path, &inner, index, false)?;
                module.children.insert(name, child);
            }
        }
        self.all[index] = module;
        Ok(index)
    }

    fn child(&mut self, item: ItemMod, position: Position<'_>) -> Result<usize, String> {
        let name = item.ident.to_string();
        let children = &*format!("{}/{name}", position.children);
        if let Some((_, items)) = item.content {
            return self.module(items, Position { children, base: children, ..position });
        }
        let path = item.attrs.iter().find(|attribute| attribute.path().is_ident("path"));
        let path = path.and_then(|path| path.meta.require_name_value().ok());
        let found = match path.and_then(|path| paths::text(&path.value)) {
            Some(path) => {
                let path = format!("{}/{path}", position.base);
                let children = folder(&path).to_owned();
                self.files.contains_key(&path).then_some((path, children))
            }
            None => self.find(position.children, &name),
        };
        let missing = || format!("{}: module `{name}` has no file", position.file);
        let (path, children) = found.ok_or_else(missing)?;
        self.file(&path, &children, position.parent, position.is_for_tests)
    }

    /// Returns the file of a module, and the folder in which its children are.
    fn find(&self, folder: &str, name: &str) -> Option<(String, String)> {
        let inner = format!("{folder}/{name}");
        let files = [format!("{inner}.rs"), format!("{inner}/mod.rs")];
        let file = files.into_iter().find(|file| self.files.contains_key(file))?;
        Some((file, inner))
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn attributes(item: &Item) -> Vec<Attribute> {
    let parse = |input: ParseStream| {
        let attributes = input.call(Attribute::parse_outer)?;
        input.parse::<proc_macro2::TokenStream>().map(|_| attributes)
    };
    parse.parse2(item.to_token_stream()).unwrap_or_default()
}

fn import(tree: &UseTree, prefix: &[String], imports: &mut Vec<(Option<String>, Path)>) {
    let with = |name: &Ident| [prefix, &[name.to_string()]].concat();
    match tree {
        UseTree::Path(tree) => import(&tree.tree, &with(&tree.ident), imports),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| import(tree, prefix, imports));
        }
        UseTree::Name(tree) if tree.ident == "self" => {
            imports.push((prefix.last().cloned(), prefix.to_vec()));
        }
        UseTree::Name(tree) => imports.push((Some(tree.ident.to_string()), with(&tree.ident))),
        UseTree::Rename(tree) if tree.ident == "self" => {
            imports.push((Some(tree.rename.to_string()), prefix.to_vec()));
        }
        UseTree::Rename(tree) => imports.push((Some(tree.rename.to_string()), with(&tree.ident))),
        UseTree::Glob(_) => imports.push((None, prefix.to_vec())),
    }
}

fn name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}
