//! Puts the values that a reader meets into a [`Tree`].

use crate::{
    hint::{Hint, Hints},
    index::Index,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    scalar,
    source::Source,
    tree::{Id, Key, NONE, Raw, Shape, Text, Tree},
};

/// The most objects and arrays inside one another: what `serde_json` reads back, four times what
/// real documents have, and little enough for any recursion over a tree.
pub(super) const MAX_DEPTH: usize = 128;

/// A tree while it is read.
pub(crate) struct Builder<'s> {
    pub source: &'s Source,
    pub tree: Tree<'s>,
    pub diagnostics: Vec<ParseDiagnostic>,
    pub(super) open: Vec<Open>,
    /// How many nodes aliases stand for so far.
    pub(super) copies: usize,
    /// The open objects with others that `<<` merges into them, those of the innermost last.
    pub(super) merges: Vec<(Id, Id)>,
    /// Room for the members of one object.
    pub(super) members: Vec<Id>,
}

/// An object or array whose end has not come.
pub(super) struct Open {
    pub(super) id: Id,
    pub(super) object: bool,
    pub(super) len: u32,
    pub(super) hints: Hints,
    /// The key whose value comes next.
    pub(super) key: u32,
    /// Where the last key `<<` starts.
    pub(super) merge_key: Option<u32>,
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
            diagnostics: Vec::new(),
            open: Vec::new(),
            copies: 0,
            merges: Vec::new(),
            members: Vec::new(),
        }
    }

    /// Notes what is wrong although reading goes on.
    pub fn note(
        &mut self,
        kind: ParseDiagnosticKind,
        span: Span,
        message: impl Into<String>,
        help: &'static str,
    ) {
        self.diagnostics.push(ParseDiagnostic::new(kind, span, message, help));
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

    /// How many objects and arrays are open.
    pub fn depth(&self) -> usize {
        self.open.len()
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
        let hint = self.tree.keys.get(key as usize).map(|key| Hint::of(self.tree.text(key.text)));
        let hint = hint.unwrap_or_default();
        if let Some(open) = self.open.last_mut() {
            open.hints.insert(hint);
        }
        self.tree.nodes.push(Raw { span, parent, key, hint, shape });
        id
    }

    /// What a number reads as. Notes numbers that JSON does not have, or that programs cannot hold.
    pub fn number(&mut self, span: Span, text: Text) -> Shape {
        let written = self.tree.text(text);
        if !scalar::float(written).is_finite() {
            // What JSON has is written with digits.
            if written.bytes().any(|byte| byte.is_ascii_digit()) {
                let message =
                    format!("`{written}` is larger than any 64-bit floating-point number");
                let help = "write a smaller number, or put it in quotes if it is text";
                self.note(ParseDiagnosticKind::NumberTooLarge, span, message, help);
            } else {
                let message = format!("`{written}` is a number that JSON does not have");
                let help = "remove the value, or put it in quotes if it is text";
                self.note(ParseDiagnosticKind::NotFinite, span, message, help);
            }
        }
        Shape::Number(text)
    }

    /// An object or array starts.
    pub fn open(&mut self, object: bool, start: u32) -> Result<Id, ParseDiagnostic> {
        if self.open.len() == MAX_DEPTH {
            return Err(too_deep(Span::character(self.tree.source, start as usize)));
        }
        let id = self.scalar(Span { start, end: start }, Shape::Null);
        let hints = Hints::default();
        self.open.push(Open { id, object, len: 0, hints, key: NONE, merge_key: None });
        Ok(id)
    }

    /// The innermost object or array ends.
    pub fn close(&mut self, end: u32) {
        let Some(Open { id, object, len, hints, .. }) = self.open.pop() else { return };
        let after = self.tree.nodes.len() as Id;
        let node = &mut self.tree.nodes[id as usize];
        node.span.end = end;
        node.shape = match object {
            true => Shape::Object { len, end: after, hints },
            false => Shape::Array { len, end: after },
        };
        if object {
            self.check_keys(id, len);
        }
    }
}

/// The diagnostic of a value in too many others.
pub(crate) fn too_deep(span: Span) -> ParseDiagnostic {
    let message = format!("the value is nested in more than {MAX_DEPTH} objects and arrays");
    let help = "move the inner parts to `components`, and refer to them with `$ref`";
    ParseDiagnostic::new(ParseDiagnosticKind::TooDeep, span, message, help)
}
