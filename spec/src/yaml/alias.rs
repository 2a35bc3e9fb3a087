//! What aliases stand for, also those that the key `<<` merges.

use saphyr_parser::{Event, Span as Mark};

use super::reader::{Anchored, Merging, Reader, not_string};
use crate::{
    builder::Next,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    tree::{Id, Shape, Text},
};

impl Reader<'_, '_> {
    pub(super) fn anchor(&mut self, anchor: usize, anchored: Anchored) {
        if anchor != 0 {
            self.anchors.insert(anchor, anchored);
        }
    }

    pub(super) fn alias(&mut self, anchor: usize, mark: &Mark) -> Result<(), ParseDiagnostic> {
        let span = self.note_alias(mark);
        let key = self.builder.next() == Next::Key;
        match self.anchors.get(&anchor) {
            Some(&Anchored::Key(text)) if key => self.builder.key(span, text),
            Some(&Anchored::Key(text)) => {
                self.builder.scalar(span, Shape::String(text));
            }
            Some(&Anchored::Value(id)) if key => {
                let text = self.text(id);
                let fault = || not_string(span, "this key is an alias of an object or an array");
                self.builder.key(span, text.ok_or_else(fault)?);
            }
            Some(&Anchored::Value(id)) => self.builder.copy(id, span)?,
            None => return Err(not_string(span, "no anchor has the name of this alias")),
        }
        Ok(())
    }

    fn note_alias(&mut self, mark: &Mark) -> Span {
        let span = self.places.word(mark);
        let message = "the value is an alias of another value";
        let help = "move the value to `components`, and refer to it with `$ref`";
        self.builder.note(ParseDiagnosticKind::Alias, span, message, help);
        span
    }

    /// Takes an event that belongs to `<<`: an object, an alias of one, or an array of them. Anything
    /// else after it is a value like any other.
    pub(super) fn merge(
        &mut self,
        event: &Event<'_>,
        mark: &Mark,
    ) -> Result<bool, ParseDiagnostic> {
        let objects = match event {
            Event::Alias(anchor) if self.merging != Merging::No => self.objects(*anchor),
            _ => Vec::new(),
        };
        match (self.merging, event, objects.as_slice()) {
            (Merging::No, ..) => return Ok(false),
            (Merging::Value, _, [_, ..]) | (Merging::List, _, [_]) => {
                let span = self.note_alias(mark);
                for id in objects {
                    self.builder.merge(id, span)?;
                }
                if self.merging == Merging::Value {
                    self.end_merging();
                }
            }
            (at, Event::MappingStart(anchor, tag), _) => {
                self.open_merged((*anchor, tag.as_deref()), mark)?;
                if at == Merging::List {
                    self.merge_lists.push(self.builder.depth() - 1);
                }
                self.merging = Merging::No;
            }
            (Merging::Value, Event::SequenceStart(0, None), _) => {
                self.places.open(mark, true, false);
                self.merging = Merging::List;
            }
            (Merging::List, Event::SequenceEnd, _) => {
                self.places.close(mark);
                self.end_merging();
            }
            (Merging::List, ..) => return Err(self.not_merged(mark)),
            (Merging::Value, ..) => {
                self.merging = Merging::No;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Goes on with the list after `<<` whose object has ended.
    pub(super) fn resume_merging(&mut self) {
        if self.merge_lists.last() == Some(&self.builder.depth()) {
            self.merge_lists.pop();
            self.merging = Merging::List;
        }
    }

    fn end_merging(&mut self) {
        self.builder.forget_key();
        self.merging = Merging::No;
    }

    fn not_merged(&mut self, mark: &Mark) -> ParseDiagnostic {
        let at = self.places.byte(&mark.start);
        let span = Span::character(self.builder.tree.source, at);
        let message = "`<<` merges objects, and this item is not an object";
        ParseDiagnostic::new(ParseDiagnosticKind::Syntax, span, message, "remove the item")
    }

    /// The object that an anchor is in front of, or the objects in its array.
    fn objects(&self, anchor: usize) -> Vec<Id> {
        let Some(&Anchored::Value(id)) = self.anchors.get(&anchor) else { return Vec::new() };
        let tree = &self.builder.tree;
        let is_object = |id: &Id| matches!(tree.nodes[*id as usize].shape, Shape::Object { .. });
        match tree.nodes[id as usize].shape {
            Shape::Object { .. } => vec![id],
            Shape::Array { .. } if tree.children(id).all(|item| is_object(&item)) => {
                tree.children(id).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A value with nothing inside it, as the text of a key.
    fn text(&self, id: Id) -> Option<Text> {
        let node = &self.builder.tree.nodes[id as usize];
        match node.shape {
            Shape::String(text) | Shape::Number(text) => Some(text),
            Shape::Null | Shape::Bool(_) => {
                Some(Text { start: node.span.start, end: node.span.end })
            }
            Shape::Array { .. } | Shape::Object { .. } => None,
        }
    }
}
