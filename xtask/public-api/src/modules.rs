//! The modules of a crate, parsed from its sources, and the definitions of the names in them.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Item, ItemMacro, UseTree, Visibility};

use crate::error::Error;
use crate::macros::expand;
use crate::source::Source;

/// Every source file, by its path from `src`: `lib.rs`, `rotation/app.rs`.
pub type Files = BTreeMap<String, Source>;

/// The names from the root of a crate to a module or an item.
pub type Path = Vec<String>;

/// The parsed declarations of a crate.
pub struct ParsedCrate {
    pub(crate) modules: BTreeMap<Path, Module>,
}

#[derive(Default)]
pub struct Module {
    /// The items, without modules and imports, and with the macros of the crate expanded.
    pub items: Vec<Item>,
    /// The names of the items.
    names: HashSet<String>,
    pub imports: Vec<Import>,
    /// The names of its public child modules.
    pub public: Vec<String>,
}

pub struct Import {
    pub is_public: bool,
    /// `None` for a glob import.
    pub name: Option<String>,
    /// The path as it is written.
    pub target: Path,
}

/// The path of a definition.
#[derive(Clone)]
pub enum Definition {
    /// In the parsed crate, from its root.
    Local(Path),
    /// In another crate, from the name of that crate.
    Foreign(Path),
}

impl ParsedCrate {
    /// Parses the sources of a crate.
    ///
    /// Fails if a file is not valid Rust, if a module has no file, and if a macro that is called
    /// outside of functions declares no type.
    pub fn parse(files: Files) -> Result<Self, Error> {
        let mut reader = Reader { files: BTreeMap::new(), modules: BTreeMap::new() };
        let mut macros = BTreeMap::new();
        for (name, source) in files {
            let items = source.items().map_err(|error| error_in(&name, &error))?;
            for item in &items {
                if let Item::Macro(ItemMacro { ident: Some(ident), mac, .. }) = item {
                    macros.insert(ident.to_string(), mac.tokens.clone());
                }
            }
            reader.files.insert(name, items);
        }
        let root = reader.file(&[])?;
        reader.add(Vec::new(), root, &macros)?;
        Ok(Self { modules: reader.modules })
    }

    /// Returns the definition of what `path` names in the module `from`.
    pub(crate) fn definition(&self, from: &[String], path: &[String]) -> Definition {
        let mut at = from.to_vec();
        for (index, name) in path.iter().enumerate() {
            let below = child(&at, name);
            match name.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ if self.modules.contains_key(&below) => at = below,
                _ if self.modules[&at].declares(name) => return Definition::Local(below),
                _ => {
                    return match self.import(&at, name) {
                        Some(Definition::Local(place)) if self.modules.contains_key(&place) => {
                            self.definition(&place, &path[index + 1..])
                        }
                        Some(Definition::Foreign(place)) => {
                            Definition::Foreign([&place, &path[index + 1..]].concat())
                        }
                        Some(item) => item,
                        None => Definition::Foreign(path.to_vec()),
                    };
                }
            }
        }
        Definition::Local(at)
    }

    fn import(&self, at: &Path, name: &str) -> Option<Definition> {
        self.modules[at].imports.iter().find_map(|import| match &import.name {
            Some(imported) if imported != name => None,
            Some(_) if import.target == [name] => Some(Definition::Foreign(import.target.clone())),
            Some(_) => Some(self.definition(at, &import.target)),
            None if !self.is_known(at, import.target.first()?) => None,
            None => match self.definition(at, &import.target) {
                Definition::Local(module) if self.modules.get(&module)?.declares(name) => {
                    Some(Definition::Local(child(&module, name)))
                }
                _ => None,
            },
        })
    }

    /// Returns whether a glob import that begins with `head` can be of this crate. Others end here,
    /// because their names would be looked for in each other.
    fn is_known(&self, at: &Path, head: &str) -> bool {
        ["crate", "self", "super"].contains(&head)
            || self.modules.contains_key(&child(at, head))
            || self.modules[at].imports.iter().any(|import| import.name.as_deref() == Some(head))
    }
}

/// A crate while it is parsed.
struct Reader {
    /// The items of files that belong to no module yet.
    files: BTreeMap<String, Vec<Item>>,
    modules: BTreeMap<Path, Module>,
}

/// The rules of the macros of a crate, by their names.
type Macros = BTreeMap<String, TokenStream>;

impl Reader {
    fn add(&mut self, path: Path, items: Vec<Item>, macros: &Macros) -> Result<(), Error> {
        let mut module = Module::default();
        for item in items {
            match item {
                Item::Mod(item) if item.attrs.iter().any(is_test_only) => {}
                Item::Mod(item) => {
                    let child = child(&path, &item.ident.to_string());
                    module.public.extend(is_public(&item.vis).then(|| item.ident.to_string()));
                    let items = match item.content {
                        Some((_, items)) => items,
                        None => self.file(&child)?,
                    };
                    self.add(child, items, macros)?;
                }
                Item::Use(item) => {
                    module.import(&item.tree, Vec::new(), is_public(&item.vis));
                }
                Item::Macro(item) => {
                    let name = item.mac.path.get_ident().map(Ident::to_string);
                    if let Some(rule) = name.and_then(|name| macros.get(&name)) {
                        let declared = expand(rule, item.mac.tokens);
                        module.items.extend(declared.ok_or_else(|| {
                            let module = [&["crate".to_owned()], &*path].concat().join("::");
                            let name = segments(&item.mac.path).join("::");
                            error_in(&module, &format!("expected `{name}!` to declare types"))
                        })?);
                    }
                }
                item => module.items.push(item),
            }
        }
        module.names = module.items.iter().filter_map(ident).map(Ident::to_string).collect();
        self.modules.insert(path, module);
        Ok(())
    }

    /// Takes the items of the file of a module.
    fn file(&mut self, module: &[String]) -> Result<Vec<Item>, Error> {
        let path = if module.is_empty() { "lib".to_owned() } else { module.join("/") };
        let names = [format!("{path}.rs"), format!("{path}/mod.rs")];
        let file = names.iter().find_map(|name| self.files.remove(name.as_str()));
        file.ok_or_else(|| error_in(&names[0], &"the file of this module is missing"))
    }
}

impl Module {
    fn declares(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    fn import(&mut self, tree: &UseTree, prefix: Path, is_public: bool) {
        let (name, target) = match tree {
            UseTree::Path(tree) => {
                return self.import(&tree.tree, child(&prefix, &tree.ident.to_string()), is_public);
            }
            UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|tree| self.import(tree, prefix.clone(), is_public));
            }
            UseTree::Name(tree) if tree.ident == "self" => (prefix.last().cloned(), prefix),
            UseTree::Name(tree) => {
                (Some(tree.ident.to_string()), child(&prefix, &tree.ident.to_string()))
            }
            UseTree::Rename(tree) => {
                (Some(tree.rename.to_string()), child(&prefix, &tree.ident.to_string()))
            }
            UseTree::Glob(_) => (None, prefix),
        };
        self.imports.push(Import { is_public, name, target });
    }
}

fn error_in(file: &str, reason: &impl fmt::Display) -> Error {
    Error { place: file.to_owned(), reason: reason.to_string() }
}

pub fn child(path: &[String], name: &str) -> Path {
    [path, &[name.to_owned()]].concat()
}

pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_test_only(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<Ident>().is_ok_and(|condition| condition == "test")
}

/// Returns the name of a declaration that may be public.
pub fn ident(item: &Item) -> Option<&Ident> {
    ident_and_visibility(item).map(|(name, _)| name)
}

/// Returns the name of a declaration that is public.
pub fn public_ident(item: &Item) -> Option<&Ident> {
    ident_and_visibility(item).filter(|(_, visibility)| is_public(visibility)).map(|(name, _)| name)
}

fn ident_and_visibility(item: &Item) -> Option<(&Ident, &Visibility)> {
    match item {
        Item::Const(item) => Some((&item.ident, &item.vis)),
        Item::Enum(item) => Some((&item.ident, &item.vis)),
        Item::Fn(item) => Some((&item.sig.ident, &item.vis)),
        Item::Static(item) => Some((&item.ident, &item.vis)),
        Item::Struct(item) => Some((&item.ident, &item.vis)),
        Item::Trait(item) => Some((&item.ident, &item.vis)),
        Item::Type(item) => Some((&item.ident, &item.vis)),
        _ => None,
    }
}

/// Returns the names in a path.
pub fn segments(path: &syn::Path) -> Path {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}
