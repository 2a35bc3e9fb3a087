//! A rule: its texts, its check, and the documents that test it.

use std::borrow::Cow;

use spec::{Node, ParseDiagnosticKind, Span};

use super::object_index::ObjectIndex;
use super::words;
use report::{Diagnostic, Edit, RuleInfo};
use spec::ObjectKind as Kind;

/// One rule. Its file has its name.
pub struct Rule {
    /// Its id, group, severity and texts.
    pub info: RuleInfo,
    /// Whether `generate` refuses a document with such a diagnostic.
    pub stops_generation: bool,
    /// Documents that violate the rule, on the lines that end with `# <-`. [`documents`](Self::documents)
    /// adds `openapi`, `info` and `paths` where they are missing.
    pub failing: &'static [&'static str],
    /// Documents that do not violate the rule.
    pub passing: &'static [&'static str],
    /// How violations are found.
    pub check: Check,
}

/// How the violations of a rule are found.
pub enum Check {
    /// By a function that is called once for the whole document.
    Document(fn(&ObjectIndex, &mut Diagnostics)),
    /// By a function that is called for every object of these kinds.
    Each(&'static [Kind], fn(Node, &ObjectIndex, &mut Diagnostics)),
    /// By the parser of the text.
    Parser(ParseDiagnosticKind),
    /// By the check of another rule, or by a step after all rules: suppressions and baselines.
    PostProcess,
}

impl Rule {
    /// Returns the documents that test the rule, the failing ones first, each with what every document
    /// must have.
    pub fn documents(&self) -> impl Iterator<Item = String> {
        self.failing.iter().chain(self.passing).map(|text| complete(text))
    }
}

/// Adds what a document must have behind everything else, so that no line moves.
pub(crate) fn complete(text: &str) -> String {
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    let mut text = format!("{}\n", text.trim_end());
    if has("swagger:") || text.trim_start().starts_with('{') {
        return text;
    }
    for (key, line) in [
        ("openapi:", "openapi: 3.0.3"),
        ("info:", "info: {title: A, version: '1'}"),
        ("paths:", "paths: {}"),
    ] {
        if !text.lines().any(|line| line.starts_with(key)) {
            text += &format!("{line}\n");
        }
    }
    text
}

/// Takes the diagnostics of one rule.
pub struct Diagnostics<'a> {
    rule: &'static Rule,
    index: &'a ObjectIndex<'a>,
    /// With each the document that it is in.
    found: &'a mut Vec<(usize, Diagnostic)>,
    /// Replaces the help of the rule.
    help: Option<Cow<'static, str>>,
    /// The edits that fix the next diagnostics.
    fix: Vec<Edit>,
}

impl<'a> Diagnostics<'a> {
    pub fn of(
        rule: &'static Rule,
        index: &'a ObjectIndex<'a>,
        found: &'a mut Vec<(usize, Diagnostic)>,
    ) -> Self {
        Self { rule, index, found, help: None, fix: Vec::new() }
    }

    /// Returns the same list for another rule.
    pub fn of_rule(&mut self, rule: &'static Rule) -> Diagnostics<'_> {
        Diagnostics { rule, index: self.index, found: self.found, help: None, fix: Vec::new() }
    }

    /// Returns the same list with a help that fits this place better than that of the rule.
    pub fn with_help(&mut self, help: impl Into<Cow<'static, str>>) -> Diagnostics<'_> {
        let fix = self.fix.clone();
        Diagnostics { help: Some(help.into()), fix, ..self.of_rule(self.rule) }
    }

    /// Returns the same list with the edits that fix what is added, none if a person must decide.
    pub fn with_fix(&mut self, fix: Option<Vec<Edit>>) -> Diagnostics<'_> {
        let help = self.help.clone();
        Diagnostics { help, fix: fix.unwrap_or_default(), ..self.of_rule(self.rule) }
    }

    /// Adds a diagnostic about a value.
    pub fn at(&mut self, node: Node, message: impl Into<String>) {
        self.span(node, node.span(), message);
    }

    /// Adds a diagnostic about a member of an object, at its key; else at the first line of it.
    pub fn at_key(&mut self, node: Node, message: impl Into<String>) {
        self.span(node, node.key_span().unwrap_or(node.first_line()), message);
    }

    /// Adds a diagnostic about a part of a value or key.
    pub fn span(&mut self, node: Node, span: Span, message: impl Into<String>) {
        // A character that readers cannot see may be what is wrong.
        let message = words::visible(&message.into());
        let mut diagnostic = Diagnostic::new(&self.rule.info, message, span, node.pointer());
        if let Some(help) = &self.help {
            diagnostic.help = words::visible(help).into();
        }
        diagnostic.fix = self.fix.clone();
        self.found.push((self.index.number_of(node), diagnostic));
    }
}
