//! The paths by which callers reach the types in a declaration.

use std::collections::{BTreeMap, BTreeSet};

use syn::Item;
use syn::visit_mut::{self, VisitMut};

use crate::modules::{Definition, ParsedCrate, Path, segments};

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
    pub parsed: &'a ParsedCrate,
    pub public: &'a BTreeMap<Path, String>,
    pub module: &'a [String],
}

impl Names<'_> {
    /// Writes the paths of callers into a declaration, and returns the foreign crates in it.
    pub fn resolve(&self, item: &mut Item) -> BTreeSet<String> {
        let mut resolver = Resolver { names: self, foreign: BTreeSet::new() };
        resolver.visit_item_mut(item);
        resolver.foreign
    }
}

struct Resolver<'a> {
    names: &'a Names<'a>,
    foreign: BTreeSet<String>,
}

impl VisitMut for Resolver<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let name = match self.names.parsed.definition(self.names.module, &segments(path)) {
            Definition::Local(path) => self.names.public.get(&path).cloned(),
            // A single name is in the prelude or a parameter. A name with a capital is a type.
            Definition::Foreign(path) if path.len() > 1 && is_crate(&path[0]) => {
                self.foreign
                    .extend((!UNMARKED_CRATES.contains(&&*path[0])).then(|| path[0].clone()));
                let name = path.join("::");
                match SHORT_NAMES.contains(&&*name) {
                    true => path.last().cloned(),
                    false => Some(name),
                }
            }
            Definition::Foreign(_) => None,
        };
        if let Some(mut known) = name.and_then(|name| syn::parse_str::<syn::Path>(&name).ok()) {
            if let (Some(last), Some(old)) = (known.segments.last_mut(), path.segments.last()) {
                last.arguments = old.arguments.clone();
            }
            *path = known;
        }
        visit_mut::visit_path_mut(self, path);
    }
}

fn is_crate(name: &str) -> bool {
    name.starts_with(char::is_lowercase)
}
