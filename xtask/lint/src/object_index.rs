//! What each object of a document is, from one walk over it.

use spec::{Decimal, Document, Entry, Kind as Json, Node, RefErrorKind};

use super::by_node::NodeMap;
use super::files;
use super::spelling::Spelling;
use spec::{FieldType as Type, Object, ObjectKind as Kind};

/// The objects of a document, and what does not fit the specification's table of them.
///
/// Every object is here once: by its place, or if it has none that OpenAPI knows, as what the
/// first reference to it expects.
pub struct ObjectIndex<'d> {
    documents: &'d [Document<'d>],
    objects: NodeMap<'d, &'static Object>,
    by_kind: Vec<Vec<Node<'d>>>,
    /// What the chain of references of each object with a `$ref` ends at.
    targets: NodeMap<'d, Result<Node<'d>, RefErrorKind>>,
    /// Every use of `$ref` where OpenAPI allows one.
    pub references: Vec<Reference<'d>>,
    /// Fields that their object does not have.
    pub unknown_fields: Vec<(Entry<'d>, &'static Object)>,
    /// Values that are not what their field holds.
    pub type_mismatches: Vec<(Node<'d>, Type)>,
    /// Suggests names for misspelt ones.
    pub spelling: Spelling,
}

/// A `$ref`.
#[derive(Clone, Debug)]
pub struct Reference<'d> {
    /// The object that has the `$ref`.
    pub node: Node<'d>,
    /// What the place wants.
    pub expects: Kind,
    /// What the chain of references ends at.
    pub target: Result<Node<'d>, RefErrorKind>,
}

impl<'d> ObjectIndex<'d> {
    /// Walks the first document, and of the others what it refers to.
    pub fn of(documents: &'d [Document<'d>]) -> Self {
        let mut index = Self {
            documents,
            objects: NodeMap::default(),
            by_kind: vec![Vec::new(); Kind::ALL.len()],
            targets: NodeMap::default(),
            references: Vec::new(),
            unknown_fields: Vec::new(),
            type_mismatches: Vec::new(),
            spelling: Spelling::default(),
        };
        if let Some(document) = documents.first() {
            index.visit(document.root(), Kind::OpenApi);
        }
        let mut next = 0;
        while let Some(reference) = index.references.get(next).cloned() {
            if let Ok(target) = reference.target
                && !index.objects.contains_key(&target)
            {
                index.visit(target, reference.expects);
            }
            next += 1;
        }
        index
    }

    /// The line of a value.
    pub fn line(&self, node: Node) -> u32 {
        node.document().position(node.span().start).line
    }

    /// The document that was asked about.
    pub fn document(&self) -> &'d Document<'d> {
        &self.documents[0]
    }

    /// That document, and the files that it refers to.
    pub fn documents(&self) -> &'d [Document<'d>] {
        self.documents
    }

    /// All objects of a kind, in the order of the walk.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = Node<'d>> {
        self.by_kind[kind as usize].iter().copied()
    }

    /// All objects, by kind.
    pub fn objects(&self) -> impl Iterator<Item = (Node<'d>, &'static Object)> {
        self.by_kind.iter().flatten().map(|node| (*node, self.objects[node]))
    }

    /// What an object is.
    pub fn kind(&self, node: Node) -> Option<Kind> {
        self.objects.get(&node).map(|object| object.kind)
    }

    /// The object of the specification around a value.
    pub fn owner(&self, node: Node<'d>) -> Option<(Node<'d>, Kind)> {
        let mut node = node;
        loop {
            node = node.parent()?;
            if let Some(kind) = self.kind(node) {
                return Some((node, kind));
            }
        }
    }

    /// The text of a field that has a list of allowed values, if it is one of them: rules need not
    /// judge what another rule reports as misspelt.
    pub fn choice(&self, node: Node<'d>, field: &str) -> Option<&'d str> {
        let text = node.get(field)?.as_str()?;
        match self.objects.get(&node)?.field(field)?.holds {
            Type::OneOf(values) if values.contains(&text) => Some(text),
            _ => None,
        }
    }

    /// The value itself, or what its chain of references ends at.
    pub fn resolve(&self, node: Node<'d>) -> Option<Node<'d>> {
        match node.get("$ref") {
            None => Some(node),
            Some(_) => self.targets.get(&node)?.as_ref().ok().copied(),
        }
    }

    /// What a text that is a reference leads to, seen from a place.
    pub fn follow(&self, from: Node<'d>, text: &str) -> Result<Node<'d>, RefErrorKind> {
        match text.find('#') {
            Some(0) => from.document().follow(text),
            None if text.is_empty() => Ok(from.document().root()),
            hash => {
                let (file, fragment) = text.split_at(hash.unwrap_or(text.len()));
                let name = files::beside(from.document().source().name(), file);
                let name = name.ok_or(RefErrorKind::Url)?;
                let document = self.documents.iter().find(|other| other.source().name() == name);
                let document = document.ok_or(RefErrorKind::File)?;
                if fragment.is_empty() { Ok(document.root()) } else { document.follow(fragment) }
            }
        }
    }

    /// What a chain of references ends at. Each of its links is followed once for all chains.
    fn end(&mut self, start: Node<'d>) -> Result<Node<'d>, RefErrorKind> {
        let (mut node, mut links) = (start, Vec::new());
        let end = loop {
            if let Some(known) = self.targets.get(&node) {
                break known.clone();
            }
            let Some(reference) = node.get("$ref") else { break Ok(node) };
            // Who comes here again before the end is known is in a circle.
            self.targets.insert(node, Err(RefErrorKind::Cycle));
            links.push(node);
            let text = reference.as_str().ok_or(RefErrorKind::NotString);
            match text.and_then(|text| self.follow(node, text)) {
                Ok(next) => node = next,
                Err(error) => break Err(error),
            }
        };
        self.targets.extend(links.into_iter().map(|link| (link, end.clone())));
        end
    }

    fn visit(&mut self, node: Node<'d>, kind: Kind) {
        if !node.is_object() {
            return self.type_mismatches.push((node, Type::Object(kind)));
        }
        let object = Object::of(kind, node);
        self.objects.insert(node, object);
        self.by_kind[kind as usize].push(node);
        for entry in node.entries() {
            match object.field(entry.key) {
                Some(field) => self.value(entry.value, field.holds),
                None if object.extensible && entry.key.starts_with("x-") => {}
                None => match object.others {
                    Some(holds) => self.value(entry.value, holds),
                    None => self.unknown_fields.push((entry, object)),
                },
            }
        }
    }

    fn value(&mut self, node: Node<'d>, holds: Type) {
        let is = node.kind();
        let fits = match holds {
            Type::Any => true,
            Type::Text | Type::Url | Type::Email => is == Json::String,
            Type::OneOf(values) => node.as_str().is_some_and(|text| values.contains(&text)),
            Type::Bool => is == Json::Bool,
            Type::Number => is == Json::Number,
            // Infinity and not-a-number have an error of their own.
            Type::Positive => {
                is == Json::Number && Decimal::of(node).is_none_or(|number| number.is_positive())
            }
            Type::Count => {
                is == Json::Number && Decimal::of(node).is_none_or(|number| number.is_count())
            }
            Type::Object(kind) => return self.visit(node, kind),
            Type::Part(kind) if node.get("$ref").is_some() => return self.refer(node, kind),
            Type::Part(kind) => return self.visit(node, kind),
            Type::Reference(kind) => {
                self.refer(node.parent().unwrap_or(node), kind);
                is == Json::String
            }
            Type::SchemaOrBool if is == Json::Bool => true,
            Type::SchemaOrBool => return self.value(node, Type::Part(Kind::Schema)),
            Type::List(item) | Type::Several(item) if is == Json::Array => {
                node.items().for_each(|node| self.value(node, *item));
                !(node.is_empty() && matches!(holds, Type::Several(_)))
            }
            Type::Map(value) if is == Json::Object => {
                node.entries().for_each(|entry| self.value(entry.value, *value));
                true
            }
            Type::List(_) | Type::Several(_) | Type::Map(_) => false,
        };
        if !fits {
            self.type_mismatches.push((node, holds));
        }
    }

    fn refer(&mut self, node: Node<'d>, expects: Kind) {
        let target = self.end(node);
        self.references.push(Reference { node, expects, target });
    }
}
