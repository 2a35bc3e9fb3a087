//! The walk over the documents that fills the index of objects.

use spec::{Decimal, Document, Kind as Json, Node, RefErrorKind};
use spec::{FieldType as Type, Object, ObjectKind as Kind};

use super::by_node::{NodeMap, NodeSet};
use super::object_index::{ObjectIndex, Reference};
use super::spelling::Spelling;
use super::{composition, files};

/// What the `mapping` of a discriminator is.
const MAPPING: Type = Type::Map(&Type::Text);

impl<'d> ObjectIndex<'d> {
    /// Walks the first document, and of the others what it refers to.
    pub fn of(documents: &'d [Document<'d>]) -> Self {
        let by_name = documents.iter().rev();
        let by_name = by_name.map(|one| (files::identity(one.source().name()), one)).collect();
        let mut index = Self {
            documents,
            by_name,
            objects: NodeMap::default(),
            by_kind: vec![Vec::new(); Kind::ALL.len()],
            targets: NodeMap::default(),
            references: Vec::new(),
            misplaced_references: Vec::new(),
            replaced: NodeSet::default(),
            unknown_fields: Vec::new(),
            type_mismatches: Vec::new(),
            spelling: Spelling::default(),
        };
        if let Some(document) = documents.first() {
            index.visit(document.root(), Kind::OpenApi);
        }
        index.visit_targets();
        index.replaced = index.misplaced_references.iter().map(|(node, _)| *node).collect();
        index
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

    /// Visits what references and the mappings of discriminators refer to.
    fn visit_targets(&mut self) {
        let (mut references, mut discriminators) = (0, 0);
        loop {
            if let Some(reference) = self.references.get(references).cloned() {
                references += 1;
                if let Ok(target) = reference.target
                    && !self.objects.contains_key(&target)
                {
                    self.visit(target, reference.expects);
                }
                continue;
            }
            let discriminator = self.by_kind[Kind::Discriminator as usize].get(discriminators);
            let Some(discriminator) = discriminator.copied() else { return };
            discriminators += 1;
            let mapping = discriminator.get("mapping");
            let mapping = mapping.filter(|all| !self.is_misplaced_reference(*all, MAPPING));
            for entry in mapping.into_iter().flat_map(Node::entries) {
                let text = entry.value.as_str();
                let target =
                    text.and_then(|text| composition::mapped(self, entry.value, text).ok());
                let is_new = |target: &Node<'d>| {
                    target.is_object()
                        && !self.objects.contains_key(target)
                        && !self.targets.contains_key(target)
                };
                if let Some(target) = target.filter(is_new) {
                    self.value(target, Type::Part(Kind::Schema));
                }
            }
        }
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
                None if entry.key == "$ref"
                    && (object.others.is_none() || is_text(entry.value)) =>
                {
                    self.misplaced_references.push((node, Type::Object(kind)));
                }
                None if object.extensible && entry.key.starts_with("x-") => {}
                None => match object.others {
                    Some(holds) => self.value(entry.value, holds),
                    None => self.unknown_fields.push((entry, object)),
                },
            }
        }
    }

    fn value(&mut self, node: Node<'d>, holds: Type) {
        if self.is_misplaced_reference(node, holds) {
            self.misplaced_references.push((node, holds));
            if let Type::Map(value) = holds {
                let others = node.entries().filter(|entry| entry.key != "$ref");
                others.for_each(|entry| self.value(entry.value, *value));
            }
            return;
        }
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

    /// Whether an object with a `$ref` is in place of a list, a map or a scalar. In a map of texts
    /// or of any values `$ref` may be a name like any other, unless it refers to another map.
    fn is_misplaced_reference(&self, node: Node<'d>, holds: Type) -> bool {
        let Some(reference) = node.get("$ref").and_then(Node::as_str) else { return false };
        match holds {
            Type::Any | Type::Object(_) | Type::Part(_) | Type::Reference(_) => false,
            Type::SchemaOrBool => false,
            Type::Map(Type::Any | Type::Text) => {
                node.len() == 1
                    && !reference.contains(spec::NAMED_SCHEMA)
                    && self.follow(node, reference).is_ok_and(Node::is_object)
            }
            _ => true,
        }
    }

    fn refer(&mut self, node: Node<'d>, expects: Kind) {
        let target = self.end(node);
        self.references.push(Reference { node, expects, target });
    }
}

fn is_text(node: Node) -> bool {
    node.kind() == Json::String
}
