//! The names by which callers reach the declarations of a crate.

use std::collections::BTreeMap;

use crate::modules::{Definition, ParsedCrate, Path, child, public_ident};

/// The public names of a crate.
pub struct Naming<'m> {
    parsed: &'m ParsedCrate,
    /// The public names of declarations, by their paths.
    pub names: BTreeMap<Path, String>,
    /// What public imports name in other crates, with the path of the importing module.
    pub foreign: Vec<(String, Path)>,
}

impl<'m> Naming<'m> {
    /// Finds the public names of what is reached from the root.
    pub fn new(parsed: &'m ParsedCrate) -> Self {
        let mut naming = Self { parsed, names: BTreeMap::new(), foreign: Vec::new() };
        naming.name(&[], "");
        naming
    }

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
                    self.foreign.push((prefix.to_owned(), target));
                }
            }
        }
    }
}
