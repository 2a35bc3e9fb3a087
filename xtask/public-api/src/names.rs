//! The paths by which callers reach the types in a declaration.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Item, Type, TypeParamBound};

use crate::modules::{Definition, ParsedCrate, Path, child, segments};

/// The crates whose types need no mark in the listing.
const UNMARKED_CRATES: [&str; 4] = ["core", "futures_util", "serde", "std"];

/// The types that are listed without their path, as they are usually written.
const SHORT_NAMES: [&str; 6] = [
    "std::boxed::Box",
    "std::fmt::Debug",
    "std::hash::Hash",
    "std::option::Option",
    "std::string::String",
    "std::vec::Vec",
];

/// The names in a module, and those that callers use in their place.
pub struct Names<'a> {
    parsed: &'a ParsedCrate,
    public: &'a BTreeMap<Path, String>,
    module: &'a [String],
    /// What was found for each path, because most are written many times.
    known: HashMap<Path, Known>,
}

/// What a path names.
struct Known {
    /// What callers write, if the module writes something else.
    path: Option<syn::Path>,
    /// The public name of a declaration of the crate.
    public: Option<String>,
    /// Whether it is of the crate, and callers cannot reach it.
    is_private: bool,
    /// The crate that it names, if that needs a mark.
    foreign: Option<String>,
}

impl<'a> Names<'a> {
    /// Takes the public names of a crate, and the path of the module.
    pub fn new(
        parsed: &'a ParsedCrate,
        public: &'a BTreeMap<Path, String>,
        module: &'a [String],
    ) -> Self {
        Self { parsed, public, module, known: HashMap::new() }
    }

    /// Writes the paths of callers into a declaration without its documentation, and returns the
    /// foreign crates in it.
    pub fn resolve(&mut self, item: &mut Item) -> BTreeSet<String> {
        let mut resolver = Resolver { names: self, foreign: BTreeSet::new() };
        resolver.visit_item_mut(item);
        resolver.foreign
    }

    /// Returns the public name of a declaration of the module.
    pub fn of_declaration(&self, name: &Ident) -> Option<String> {
        self.public.get(&child(self.module, &name.to_string())).cloned()
    }

    /// Returns the public name of a type, of a reference to it or of the first trait of an object.
    pub fn of_type(&mut self, of: &Type) -> Option<String> {
        let path = match of {
            Type::Path(of) => &of.path,
            Type::TraitObject(of) => match of.bounds.first()? {
                TypeParamBound::Trait(of) => &of.path,
                _ => return None,
            },
            Type::Reference(of) => return self.of_type(&of.elem),
            _ => return None,
        };
        self.known(segments(path)).public.clone()
    }

    /// Returns whether a path names a declaration of the crate that callers cannot reach.
    pub fn is_private(&mut self, path: &syn::Path) -> bool {
        self.known(segments(path)).is_private
    }

    fn known(&mut self, path: Path) -> &Known {
        let (parsed, public, module) = (self.parsed, self.public, self.module);
        self.known.entry(path).or_insert_with_key(|path| match parsed.definition(module, path) {
            Definition::Local(path) => {
                let public = public.get(&path).cloned();
                let path = public.as_deref().and_then(|name| syn::parse_str(name).ok());
                Known { path, is_private: public.is_none(), public, foreign: None }
            }
            Definition::Foreign(path) => foreign(&path),
        })
    }
}

fn foreign(path: &[String]) -> Known {
    let mut known = Known { path: None, public: None, is_private: false, foreign: None };
    // A single name is in the prelude or a parameter. A name with a capital is a type.
    if path.len() > 1 && is_crate(&path[0]) {
        let name = path.join("::");
        let is_short = SHORT_NAMES.contains(&name.as_str());
        let name = if is_short { path.last() } else { Some(&name) };
        known.path = name.and_then(|name| syn::parse_str(name).ok());
        known.foreign = (!UNMARKED_CRATES.contains(&path[0].as_str())).then(|| path[0].clone());
    }
    known
}

struct Resolver<'n, 'a> {
    names: &'n mut Names<'a>,
    foreign: BTreeSet<String>,
}

impl VisitMut for Resolver<'_, '_> {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("doc"));
        attributes.iter_mut().for_each(|attribute| self.visit_attribute_mut(attribute));
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let known = self.names.known(segments(path));
        self.foreign.extend(known.foreign.clone());
        if let Some(mut known) = known.path.clone() {
            if let (Some(last), Some(old)) = (known.segments.last_mut(), path.segments.last_mut()) {
                last.arguments = std::mem::take(&mut old.arguments);
            }
            *path = known;
        }
        visit_mut::visit_path_mut(self, path);
    }
}

fn is_crate(name: &str) -> bool {
    name.starts_with(char::is_lowercase)
}
