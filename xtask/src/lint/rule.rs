//! What a rule is: what it finds, why that matters, and the documents that prove it.

use spec::{Document, Node, Span};

use crate::finding::{Finding, Group, Severity};

/// One rule. Its file has its name.
pub struct Rule {
    /// The subject first, then its fault.
    pub id: &'static str,
    pub group: Group,
    pub severity: Severity,
    /// What it finds.
    pub what: &'static str,
    /// Why that hurts here.
    pub why: &'static str,
    /// What to write instead.
    pub instead: &'static str,
    /// Documents with the fault; its lines end with `# <-`.
    pub failing: &'static [&'static str],
    /// Documents without it.
    pub passing: &'static [&'static str],
    pub check: fn(&Document, &mut Findings),
}

impl Rule {
    /// All that there is to say about the rule.
    pub fn explanation(&self) -> String {
        let examples = |title: &str, documents: &[&str]| {
            let indented = |text: &&str| format!("    {}", text.trim().replace('\n', "\n    "));
            let documents: Vec<String> = documents.iter().map(indented).collect();
            format!("{title}:\n\n{}\n", documents.join("\n\n"))
        };
        format!(
            "{} ({}, {})\n\n{}\n\n{}\n\n{}\n\n{}\n{}",
            self.id,
            self.group.name(),
            self.severity.name(),
            self.what,
            self.why,
            self.instead,
            examples("Found (the marked lines)", self.failing),
            examples("Not found", self.passing),
        )
    }
}

/// What one rule has found so far.
pub struct Findings {
    rule: &'static Rule,
    pub found: Vec<Finding>,
}

impl Findings {
    pub fn of(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Adds a finding about a value.
    pub fn at(&mut self, node: Node, message: impl Into<String>) {
        self.add(node.span(), node, message.into());
    }

    /// Adds a finding about a member of an object, at its key.
    pub fn at_key(&mut self, node: Node, message: impl Into<String>) {
        self.add(node.key_span().unwrap_or(node.span()), node, message.into());
    }

    fn add(&mut self, span: Span, node: Node, message: String) {
        self.found.push(Finding {
            rule: self.rule.id,
            group: self.rule.group,
            severity: self.rule.severity,
            message,
            help: self.rule.instead.to_owned(),
            span,
            pointer: node.pointer(),
        });
    }
}
