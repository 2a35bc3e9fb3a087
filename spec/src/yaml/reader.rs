//! Turns the events of saphyr into values.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Mark, Tag};

use crate::{
    builder::{Builder, Next},
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    scalar::{self, Plain},
    tree::{Id, Shape, Text},
};

use super::places::Places;
use super::{slip, syntax_error, tag};

/// Reads the first document of the builder's source.
///
/// # Errors
/// What keeps the text from being read.
pub(crate) fn read(builder: &mut Builder<'_>) -> Result<(), ParseDiagnostic> {
    let text = builder.tree.source;
    match events(builder, text) {
        // YAML allows it, saphyr does not if a letter or `-` follows. A space has the same place.
        Err(diagnostic) if diagnostic.message == syntax_error::TAB_AFTER_COLON => {
            *builder = Builder::new(builder.source);
            events(builder, &text.replace(":\t", ": "))
        }
        outcome => outcome,
    }
}

/// Reads the events of a text whose values stand where those of the builder's source do.
fn events(builder: &mut Builder<'_>, parsed: &str) -> Result<(), ParseDiagnostic> {
    let text = builder.tree.source;
    let mut reader = Reader {
        builder,
        places: Places::of(text),
        anchors: HashMap::new(),
        merging: Merging::No,
        merge_lists: Vec::new(),
    };
    let mut started = false;
    for event in Parser::new_from_str(parsed) {
        match event {
            Ok((Event::DocumentStart(_), mark)) if started => {
                reader.second_document(&mark);
                break;
            }
            Ok((event, mark)) => {
                started |= matches!(event, Event::DocumentStart(_));
                reader.event(&event, &mark)?;
            }
            Err(error) => return Err(syntax_error::explain(text, &error, &mut reader.places)),
        }
    }
    Ok(())
}

/// What an anchor is in front of.
#[derive(Clone, Copy)]
pub(super) enum Anchored {
    Key(Text),
    Value(Id),
}

/// Where the events are after the key `<<`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Merging {
    No,
    Value,
    List,
}

pub(super) struct Reader<'b, 's> {
    pub(super) builder: &'b mut Builder<'s>,
    pub(super) places: Places<'s>,
    /// What the anchors stand for, by saphyr's number of them.
    pub(super) anchors: HashMap<usize, Anchored>,
    pub(super) merging: Merging,
    /// How many objects and arrays are open around the lists after `<<` that go on after the object
    /// which is open now.
    pub(super) merge_lists: Vec<usize>,
}

/// The anchor, by saphyr's number of it or 0, and the tag in front of a value.
pub(super) type Properties<'e> = (usize, Option<&'e Tag>);

impl Reader<'_, '_> {
    fn event(&mut self, event: &Event<'_>, mark: &Mark) -> Result<(), ParseDiagnostic> {
        if self.merge(event, mark)? {
            return Ok(());
        }
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                self.scalar(value, *style, (*anchor, tag.as_deref()), mark)
            }
            Event::MappingStart(anchor, tag) => self.open(true, (*anchor, tag.as_deref()), mark)?,
            Event::SequenceStart(anchor, tag) => {
                self.open(false, (*anchor, tag.as_deref()), mark)?
            }
            Event::MappingEnd | Event::SequenceEnd => {
                let end = self.places.close(mark);
                self.builder.add_merged()?;
                self.builder.close(end);
                self.resume_merging();
            }
            Event::Alias(anchor) => self.alias(*anchor, mark)?,
            _ => {}
        }
        Ok(())
    }

    fn open(
        &mut self,
        object: bool,
        (anchor, tag): Properties<'_>,
        mark: &Mark,
    ) -> Result<(), ParseDiagnostic> {
        let next = self.builder.next();
        let sequence_value = !object && next == Next::Member;
        let start = self.places.open(mark, sequence_value, anchor != 0 || tag.is_some());
        if next == Next::Key {
            let text = self.builder.tree.source;
            let span = Span::character(text, start as usize);
            let mut diagnostic = not_string(span, "this key is an object or an array");
            if let Some(help) = slip::quoted_braces(text, start as usize) {
                diagnostic.help = help.into();
            }
            return Err(diagnostic);
        }
        if !tag::fits(tag, object) {
            self.unfit_tag(mark);
        }
        let id = self.builder.open(object, start)?;
        self.anchor(anchor, Anchored::Value(id));
        Ok(())
    }

    pub(super) fn open_merged(
        &mut self,
        (anchor, tag): Properties<'_>,
        mark: &Mark,
    ) -> Result<(), ParseDiagnostic> {
        let start = self.places.open(mark, false, anchor != 0 || tag.is_some());
        if !tag::fits(tag, true) {
            self.unfit_tag(mark);
        }
        let id = self.builder.open_merged(start)?;
        self.anchor(anchor, Anchored::Value(id));
        Ok(())
    }

    fn scalar(
        &mut self,
        value: &str,
        style: ScalarStyle,
        (anchor, tag): Properties<'_>,
        mark: &Mark,
    ) {
        let next = self.builder.next();
        let place = self.places.scalar(mark, style, value, next, anchor != 0 || tag.is_some());
        let text = place.verbatim.unwrap_or_else(|| self.builder.decode(value));
        if next == Next::Key {
            self.check_key(value, style, place.span);
            self.builder.key(place.span, text);
            return self.anchor(anchor, Anchored::Key(text));
        }
        let form = scalar::plain(value);
        let by_form = tag::by_form(tag, style, form).unwrap_or_else(|| {
            self.unfit_tag(mark);
            style == ScalarStyle::Plain
        });
        let shape = match form {
            _ if !by_form => Shape::String(text),
            Plain::String => Shape::String(text),
            Plain::Null => Shape::Null,
            Plain::Bool(value) => Shape::Bool(value),
            Plain::Integer | Plain::Float => self.builder.number(place.span, text),
        };
        let id = self.builder.scalar(place.span, shape);
        self.anchor(anchor, Anchored::Value(id));
    }

    fn check_key(&mut self, value: &str, style: ScalarStyle, span: Span) {
        if style != ScalarStyle::Plain {
            return;
        }
        if value.is_empty() {
            self.builder.diagnostics.push(not_string(span, "a key is missing before `:`"));
        } else if value == "<<" {
            self.builder.merge_key(span);
            self.merging = Merging::Value;
        }
    }

    fn unfit_tag(&mut self, mark: &Mark) {
        let span = self.places.tag(mark);
        let tag = &self.builder.tree.source[span.start as usize..span.end as usize];
        let message = format!("tag `{tag}` is unknown or does not fit its value");
        self.builder.note(
            ParseDiagnosticKind::Tag,
            span,
            message,
            "remove the tag; put text in quotes",
        );
    }

    fn second_document(&mut self, mark: &Mark) {
        let span = self.places.word(mark);
        let message = "a second document starts here, and is ignored";
        self.builder.note(
            ParseDiagnosticKind::SecondDocument,
            span,
            message,
            "move it to a separate file",
        );
    }
}

pub(super) fn not_string(span: Span, message: &str) -> ParseDiagnostic {
    let help = "write every key as text, in quotes if it holds `{`, `[`, `*` or `: `";
    ParseDiagnostic::new(ParseDiagnosticKind::KeyNotString, span, message, help)
}
