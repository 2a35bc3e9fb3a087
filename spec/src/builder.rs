//! Puts the values that a reader meets into a [`Tree`].

use crate::{
    index::Index,
    problem::{Problem, ProblemKind, Span},
    scalar,
    source::Source,
    tree::{Id, Key, NONE, Raw, Shape, Text, Tree},
};

/// The most objects and arrays inside one another: what `serde_json` reads back, four times what
/// real documents have, and little enough for any recursion over a tree.
const MAX_DEPTH: usize = 128;

/// The most nodes that all aliases of a document together may stand for.
const MAX_COPIES: usize = 1_000_000;

/// A tree while it is read.
pub(crate) struct Builder<'s> {
    pub source: &'s Source,
    pub tree: Tree<'s>,
    pub problems: Vec<Problem>,
    open: Vec<Open>,
    copies: usize,
    members: Vec<Id>,
}

/// An object or array whose end has not come.
struct Open {
    id: Id,
    object: bool,
    len: u32,
    /// The key whose value comes next.
    key: u32,
}

/// What a reader meets next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// The root, or nothing after it.
    Root,
    /// An item of an array, or its end.
    Item,
    /// A key of an object, or its end.
    Key,
    /// The value of a key.
    Member,
}

impl<'s> Builder<'s> {
    pub fn new(source: &'s Source) -> Builder<'s> {
        let tree = Tree {
            source: source.text(),
            decoded: String::new(),
            nodes: Vec::new(),
            keys: Vec::new(),
            index: Index::default(),
        };
        Builder {
            source,
            tree,
            problems: Vec::new(),
            open: Vec::new(),
            copies: 0,
            members: Vec::new(),
        }
    }

    /// What may come next.
    pub fn next(&self) -> Next {
        match self.open.last() {
            None => Next::Root,
            Some(Open { object: false, .. }) => Next::Item,
            Some(Open { key: NONE, .. }) => Next::Key,
            Some(_) => Next::Member,
        }
    }

    /// Keeps a string that is not in the source as it reads.
    pub fn decode(&mut self, text: &str) -> Text {
        let start = self.decoded_end();
        self.tree.decoded.push_str(text);
        Text { start, end: self.decoded_end() }
    }

    /// Where the next character of [`Tree::decoded`] will stand.
    pub fn decoded_end(&self) -> u32 {
        (self.tree.source.len() + self.tree.decoded.len()) as u32
    }

    /// The next value is the member of this key.
    pub fn key(&mut self, span: Span, text: Text) {
        if let Some(open) = self.open.last_mut() {
            open.key = self.tree.keys.len() as u32;
            self.tree.keys.push(Key { span, text });
        }
    }

    /// A value with nothing inside it.
    pub fn scalar(&mut self, span: Span, shape: Shape) -> Id {
        let id = self.tree.nodes.len() as Id;
        let (mut parent, mut key) = (NONE, NONE);
        if let Some(open) = self.open.last_mut() {
            open.len += 1;
            parent = open.id;
            key = std::mem::replace(&mut open.key, NONE);
        }
        self.tree.nodes.push(Raw { span, parent, key, shape });
        id
    }

    /// What a number reads as, once JSON is known to have it.
    pub fn number(&mut self, span: Span, text: Text) -> Shape {
        if !scalar::float(self.tree.text(text)).is_finite() {
            self.problems.push(Problem {
                kind: ProblemKind::NotFinite,
                span,
                message: format!("`{}` is a number that JSON does not have", self.tree.text(text)),
                hint: "leave it out, or put it in quotes if it is text",
            });
        }
        Shape::Number(text)
    }

    /// An object or array starts.
    pub fn open(&mut self, object: bool, start: u32) -> Result<Id, Problem> {
        if self.open.len() == MAX_DEPTH {
            return Err(too_deep(Span::character(self.tree.source, start as usize)));
        }
        let id = self.scalar(Span { start, end: start }, Shape::Null);
        self.open.push(Open { id, object, len: 0, key: NONE });
        Ok(id)
    }

    /// The innermost object or array ends.
    pub fn close(&mut self, end: u32) {
        let Some(Open { id, object, len, .. }) = self.open.pop() else { return };
        let after = self.tree.nodes.len() as Id;
        let node = &mut self.tree.nodes[id as usize];
        node.span.end = end;
        node.shape = match object {
            true => Shape::Object { len, end: after },
            false => Shape::Array { len, end: after },
        };
        if object {
            self.check_keys(id, len);
        }
    }

    fn check_keys(&mut self, object: Id, len: u32) {
        let mut members = std::mem::take(&mut self.members);
        members.extend(self.tree.children(object));
        let mut repeated = Vec::new();
        if Index::covers(len) {
            let table = self
                .tree
                .index
                .table(&self.tree, &members, |later, earlier| repeated.push((later, earlier)));
            self.tree.index.insert(object, table);
        } else {
            for (count, &later) in members.iter().enumerate() {
                let key = self.tree.key(later);
                if let Some(&earlier) =
                    members[..count].iter().find(|&&earlier| self.tree.key(earlier) == key)
                {
                    repeated.push((later, earlier));
                }
            }
        }
        for (later, earlier) in repeated {
            self.repeated(later, earlier);
        }
        members.clear();
        self.members = members;
    }

    fn repeated(&mut self, later: Id, earlier: Id) {
        let span = |id: Id| self.tree.keys[self.tree.nodes[id as usize].key as usize].span;
        let line = self.source.position(span(earlier).start).line;
        let message = format!("key `{}` is already on line {line}", self.tree.key(later));
        let span = span(later);
        self.problems.push(Problem {
            kind: ProblemKind::RepeatedKey,
            span,
            message,
            hint: "keep one of them",
        });
    }

    /// Puts a value here once more; `span` is the alias that stands for it.
    pub fn copy(&mut self, id: Id, span: Span) -> Result<(), Problem> {
        let unbounded = |message: String| Problem {
            kind: ProblemKind::AliasUnbounded,
            span,
            message,
            hint: "write the value out, or name it under `components` and use `$ref`",
        };
        if self.open.iter().any(|open| open.id == id) {
            return Err(unbounded("this alias is inside the value it stands for".into()));
        }
        let after = self.tree.after(id);
        self.copies += (after - id) as usize;
        if self.copies > MAX_COPIES {
            return Err(unbounded(format!(
                "aliases up to here stand for over {MAX_COPIES} values"
            )));
        }
        if self.open.len() + self.tree.height(id) > MAX_DEPTH {
            return Err(too_deep(span));
        }
        let delta = self.tree.nodes.len() as Id - id;
        self.scalar(span, self.tree.nodes[id as usize].shape.moved(delta));
        for inner in id + 1..after {
            let mut node = self.tree.nodes[inner as usize];
            node.parent += delta;
            node.shape = node.shape.moved(delta);
            self.tree.nodes.push(node);
        }
        self.tree.index.copy(id..after, delta);
        Ok(())
    }
}

/// The problem of a value in too many others.
pub(crate) fn too_deep(span: Span) -> Problem {
    Problem {
        kind: ProblemKind::TooDeep,
        span,
        message: format!("this stands in more than {MAX_DEPTH} objects and arrays"),
        hint: "name the inner parts under `components` and refer to them",
    }
}
