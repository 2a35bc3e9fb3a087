//! The names by which callers know what a declaration names.

use std::collections::{BTreeMap, BTreeSet};

use syn::Item;
use syn::visit_mut::{self, VisitMut};

use crate::modules::{Modules, Path, Place};

/// What the public API may name.
const KNOWN: [&str; 4] = ["core", "futures_util", "serde", "std"];

/// What is named without its path, as it mostly is.
const SHORT: [&str; 6] = [
    "std::boxed::Box",
    "std::fmt::Debug",
    "std::hash::Hash",
    "std::option::Option",
    "std::string::String",
    "std::vec::Vec",
];

/// How a module calls things, and how callers do.
pub struct Names<'a> {
    pub modules: &'a Modules,
    pub public: &'a BTreeMap<Path, String>,
    pub module: &'a [String],
}

impl Names<'_> {
    /// Writes the names of callers into a declaration, and tells which foreign crates it names.
    pub fn tell(&self, item: &mut Item) -> BTreeSet<String> {
        let mut teller = Teller { names: self, foreign: BTreeSet::new() };
        teller.visit_item_mut(item);
        teller.foreign
    }
}

struct Teller<'a> {
    names: &'a Names<'a>,
    foreign: BTreeSet<String>,
}

impl VisitMut for Teller<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let name = match self.names.modules.find(self.names.module, &segments(path)) {
            Place::Here(place) => self.names.public.get(&place).cloned(),
            // A single name is of the prelude or a parameter, and a capital is no crate.
            Place::Elsewhere(place) if place.len() > 1 && is_crate(&place[0]) => {
                self.foreign.extend((!KNOWN.contains(&&*place[0])).then(|| place[0].clone()));
                let name = place.join("::");
                match SHORT.contains(&&*name) {
                    true => place.last().cloned(),
                    false => Some(name),
                }
            }
            Place::Elsewhere(_) => None,
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

/// The names in a path.
pub fn segments(path: &syn::Path) -> Path {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}
