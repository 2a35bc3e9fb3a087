//! The modules of a crate, read from its sources, and what the names in them stand for.

use std::collections::{BTreeMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Item, ItemMacro, UseTree, Visibility};

use crate::macros::expand;
use crate::source;

/// The text of every source file by its path from `src`.
pub type Files = BTreeMap<String, String>;

/// Names from the root of a crate on.
pub type Path = Vec<String>;

/// The modules of a crate by their paths.
pub struct Modules(pub BTreeMap<Path, Module>);

#[derive(Default)]
pub struct Module {
    /// With the crate's own macros expanded, and without modules and imports.
    pub items: Vec<Item>,
    /// The names of the items.
    names: HashSet<String>,
    pub imports: Vec<Import>,
    /// The public modules within.
    pub public: Vec<String>,
}

pub struct Import {
    pub is_public: bool,
    /// None for all that is in the target.
    pub name: Option<String>,
    /// As it is written.
    pub target: Path,
}

/// Where something is declared.
#[derive(Clone)]
pub enum Place {
    Here(Path),
    Elsewhere(Path),
}

impl Modules {
    /// Reads a crate; an error names the file.
    pub fn read(files: &Files) -> Result<Self, String> {
        let mut reader = Reader { files: BTreeMap::new(), modules: Self(BTreeMap::new()) };
        let mut macros = BTreeMap::new();
        for (name, text) in files {
            let items = source::items(text).map_err(|error| format!("{name}: {error}"))?;
            for item in &items {
                if let Item::Macro(ItemMacro { ident: Some(ident), mac, .. }) = item {
                    macros.insert(ident.to_string(), mac.tokens.clone());
                }
            }
            reader.files.insert(name, items);
        }
        let root = reader.file(&[])?;
        reader.add(Vec::new(), root, &macros)?;
        Ok(reader.modules)
    }

    /// Where that is declared which `path` stands for in the module `from`.
    pub fn find(&self, from: &[String], path: &[String]) -> Place {
        let mut at = from.to_vec();
        for (index, name) in path.iter().enumerate() {
            let below = child(&at, name);
            match name.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ if self.0.contains_key(&below) => at = below,
                _ if self.0[&at].declares(name) => return Place::Here(below),
                _ => {
                    return match self.find_import(&at, name) {
                        Some(Place::Here(place)) if self.0.contains_key(&place) => {
                            self.find(&place, &path[index + 1..])
                        }
                        Some(Place::Elsewhere(place)) => {
                            Place::Elsewhere([&place, &path[index + 1..]].concat())
                        }
                        Some(item) => item,
                        None => Place::Elsewhere(path.to_vec()),
                    };
                }
            }
        }
        Place::Here(at)
    }

    fn find_import(&self, at: &Path, name: &str) -> Option<Place> {
        self.0[at].imports.iter().find_map(|import| match &import.name {
            Some(imported) if imported != name => None,
            Some(_) if import.target == [name] => Some(Place::Elsewhere(import.target.clone())),
            Some(_) => Some(self.find(at, &import.target)),
            None => match self.find(at, &import.target) {
                Place::Here(module) if self.0[&module].declares(name) => {
                    Some(Place::Here(child(&module, name)))
                }
                _ => None,
            },
        })
    }
}

/// A crate while it is read.
struct Reader<'f> {
    /// What is in the files that belong to no module yet.
    files: BTreeMap<&'f str, Vec<Item>>,
    modules: Modules,
}

/// The rules of a crate's own macros, by their names.
type Macros = BTreeMap<String, TokenStream>;

impl Reader<'_> {
    fn add(&mut self, path: Path, items: Vec<Item>, macros: &Macros) -> Result<(), String> {
        let mut module = Module::default();
        for item in items {
            match item {
                Item::Mod(item) if item.attrs.iter().any(is_for_tests) => {}
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
                        module.items.extend(declared.ok_or("a macro that declares no type")?);
                    }
                }
                item => module.items.push(item),
            }
        }
        module.names = module.items.iter().filter_map(ident).map(Ident::to_string).collect();
        self.modules.0.insert(path, module);
        Ok(())
    }

    /// What the file of a module declares.
    fn file(&mut self, module: &[String]) -> Result<Vec<Item>, String> {
        let path = if module.is_empty() { "lib".to_owned() } else { module.join("/") };
        let names = [format!("{path}.rs"), format!("{path}/mod.rs")];
        let file = names.iter().find_map(|name| self.files.remove(name.as_str()));
        file.ok_or_else(|| format!("{} is missing", names[0]))
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

pub fn child(path: &[String], name: &str) -> Path {
    [path, &[name.to_owned()]].concat()
}

pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<Ident>().is_ok_and(|condition| condition == "test")
}

/// The name of a declaration that may be public.
pub fn ident(item: &Item) -> Option<&Ident> {
    named(item).map(|(name, _)| name)
}

pub fn public_ident(item: &Item) -> Option<&Ident> {
    named(item).filter(|(_, visibility)| is_public(visibility)).map(|(name, _)| name)
}

fn named(item: &Item) -> Option<(&Ident, &Visibility)> {
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
