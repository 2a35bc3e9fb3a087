//! Draws an arrow from a file to each file of its crate that it names.
//!
//! An arrow goes to the file in which the item is declared. A path through a re-export, also one of
//! everything (`pub use child::*`), goes to the file of the item, because the file that re-exports
//! has an arrow to it too. A path to a module, or to a name that the crate does not declare, goes to
//! the file of the last module in it.

use std::collections::BTreeSet;

use crate::modules::{Module, Modules};
use crate::packages::Files;

/// What a file names of another file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: String,
    pub to: String,
    /// A path as it is written, or `mod name`.
    pub item: String,
}

/// Returns the arrows between the files of a package; an error names the file.
pub fn arrows(files: &Files) -> Result<BTreeSet<Arrow>, String> {
    let mut arrows = BTreeSet::new();
    let mut read = BTreeSet::new();
    for root in files.keys().filter(|path| is_root(path)) {
        let modules = Modules::read(files, root)?;
        for (index, module) in modules.all.iter().enumerate() {
            let to = |target: usize, item: String| Arrow {
                from: module.file.clone(),
                to: modules.all[target].file.clone(),
                item,
            };
            let children = module.children.iter();
            arrows.extend(children.map(|(name, child)| to(*child, format!("mod {name}"))));
            for path in &module.paths {
                let targets = Resolver { all: &modules.all, sought: Vec::new() }.path(index, path);
                arrows.extend(targets.into_iter().map(|at| to(at.module(), path.join("::"))));
            }
        }
        read.extend(modules.files_read);
    }
    let unread = files.iter().find(|(path, text)| !text.is_empty() && !read.contains(*path));
    match unread {
        Some((path, _)) => Err(format!("{path}: no module has this file")),
        None => Ok(arrows.into_iter().filter(|arrow| arrow.from != arrow.to).collect()),
    }
}

fn is_root(path: &str) -> bool {
    let in_bin = path.strip_prefix("src/bin/").is_some_and(|name| !name.contains('/'));
    path == "src/lib.rs" || path.ends_with("/main.rs") || in_bin
}

#[derive(Clone, Copy)]
enum Target {
    Module(usize),
    /// What this module declares.
    Item(usize),
}

impl Target {
    fn module(self) -> usize {
        match self {
            Self::Module(at) | Self::Item(at) => at,
        }
    }
}

struct Resolver<'m> {
    all: &'m [Module],
    /// The names that are being looked for, so that imports in a circle end.
    sought: Vec<(usize, String)>,
}

impl Resolver<'_> {
    /// Returns what a path in the module `from` names: nothing if that is of another crate, several
    /// targets if it names a module and an item.
    fn path(&mut self, from: usize, path: &[String]) -> Vec<Target> {
        let mut at = from;
        let mut targets = Vec::new();
        for (index, name) in path.iter().enumerate() {
            targets = match name.as_str() {
                "crate" => vec![Target::Module(0)],
                "self" => vec![Target::Module(at)],
                "super" => vec![Target::Module(self.all[at].parent)],
                name => self.name(at, name),
            };
            let module = targets.iter().find(|target| matches!(target, Target::Module(_)));
            match module.or(targets.first()) {
                Some(Target::Module(module)) => at = *module,
                Some(Target::Item(_)) => break,
                None if index == 0 => break,
                None => return vec![self.macros(name).unwrap_or(Target::Item(at))],
            }
        }
        targets
    }

    fn name(&mut self, at: usize, name: &str) -> Vec<Target> {
        let mut targets = Vec::new();
        let sought = (at, name.to_owned());
        if self.sought.contains(&sought) {
            return targets;
        }
        self.sought.push(sought);
        let module = &self.all[at];
        targets.extend(module.children.get(name).map(|child| Target::Module(*child)));
        if let Some(called) = name.strip_suffix('!') {
            let found = self.name(at, called).pop();
            let found = found.filter(|target| matches!(target, Target::Item(_)));
            targets.extend(found.or_else(|| self.macros(called)));
        } else if module.items.contains(name) || module.macros.contains(name) {
            targets.push(Target::Item(at));
        }
        for (_, path) in module.imports.iter().filter(|(of, _)| of.as_deref() == Some(name)) {
            targets.extend(self.path(at, path));
        }
        for (_, path) in module.imports.iter().filter(|(of, _)| of.is_none()) {
            if targets.is_empty()
                && let Some(Target::Module(inner)) = self.path(at, path).first()
            {
                targets.extend(self.name(*inner, name));
            }
        }
        self.sought.pop();
        targets
    }

    /// Returns where a macro is declared. One that is in scope has no path, so that it may be in any
    /// module.
    fn macros(&self, name: &str) -> Option<Target> {
        self.all.iter().position(|module| module.macros.contains(name)).map(Target::Item)
    }
}
