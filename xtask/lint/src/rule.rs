//! What a rule is: what it finds, why that matters, and the documents that prove it.

use spec::{Node, ProblemKind, Span};

use super::outline::Outline;
use report::{Finding, RuleInfo};
use spec::ObjectKind as Kind;

/// One rule. Its file has its name.
pub struct Rule {
    /// What is known of it without running it.
    pub info: RuleInfo,
    /// Whether no client can be made from a document with such a finding.
    pub stops_generation: bool,
    /// Documents with the fault; its lines end with `# <-`. Where `openapi`, `info` or `paths` is
    /// not what matters, it is left out.
    pub failing: &'static [&'static str],
    /// Documents without it.
    pub passing: &'static [&'static str],
    /// What finds it.
    pub check: Check,
}

/// When a rule looks, and at what.
pub enum Check {
    /// Once, at the whole document.
    Document(fn(&Outline, &mut Findings)),
    /// At every object of these kinds.
    Each(&'static [Kind], fn(Node, &Outline, &mut Findings)),
    /// Never: the reader of the text finds it.
    Reader(ProblemKind),
    /// Never: it is found by the check of another rule, or by what is done after all rules.
    Elsewhere,
}

impl Rule {
    /// All that there is to say about the rule.
    pub fn explanation(&self) -> String {
        let examples = |title: &str, documents: &[&str]| {
            if documents.is_empty() {
                return String::new();
            }
            let indented = |text: &&str| format!("    {}", text.trim().replace('\n', "\n    "));
            let documents: Vec<String> = documents.iter().map(indented).collect();
            format!("{title}:\n\n{}\n", documents.join("\n\n"))
        };
        format!(
            "{} ({}, {})\n\n{}\n\n{}\n\nInstead: {}.\n\n{}\n{}",
            self.info.id,
            self.info.group.name(),
            self.info.severity.name(),
            self.info.summary,
            self.info.rationale,
            self.info.help,
            examples("Found (the marked lines)", self.failing),
            examples("Not found", self.passing),
        )
    }
}

/// What one rule has found so far.
pub struct Findings<'a> {
    rule: &'static Rule,
    outline: &'a Outline<'a>,
    /// With each the document that it is in.
    found: &'a mut Vec<(usize, Finding)>,
}

impl<'a> Findings<'a> {
    pub fn of(
        rule: &'static Rule,
        outline: &'a Outline<'a>,
        found: &'a mut Vec<(usize, Finding)>,
    ) -> Self {
        Self { rule, outline, found }
    }

    /// The same findings, for another rule to add to.
    pub fn of_rule(&mut self, rule: &'static Rule) -> Findings<'_> {
        Findings { rule, outline: self.outline, found: self.found }
    }

    /// Adds a finding about a value.
    pub fn at(&mut self, node: Node, message: impl Into<String>) {
        self.span(node, node.span(), message);
    }

    /// Adds a finding about a member of an object, at its key; else at the first line of it.
    pub fn at_key(&mut self, node: Node, message: impl Into<String>) {
        self.span(node, node.key_span().unwrap_or(node.first_line()), message);
    }

    /// Adds a finding about a part of a value or key.
    pub fn span(&mut self, node: Node, span: Span, message: impl Into<String>) {
        let documents = self.outline.documents();
        let document = documents.iter().position(|known| std::ptr::addr_eq(known, node.document()));
        let finding = Finding {
            rule: &self.rule.info,
            message: message.into(),
            help: self.rule.info.help.into(),
            span,
            pointer: node.pointer(),
        };
        self.found.push((document.unwrap_or_default(), finding));
    }
}
