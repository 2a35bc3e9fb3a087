//! A kind of change: its texts, the pairs that it checks, and the documents that test it.

use spec::ObjectKind;

use super::changes::Changes;
use super::context::Context;
use super::documents::Documents;
use super::kind_info::KindInfo;
use super::location::Location;
use super::pairs::{ChoicePair, ObjectPair, OperationPair, ReferencePair, ValuePair};
use super::rust_type::RustChange;

/// One kind of change. Its file has its name.
pub struct ChangeKind {
    /// What is known of it without running it.
    pub info: KindInfo,
    /// What finds it.
    pub check: Check,
    /// The documents that prove it.
    pub cases: &'static [Case],
}

/// What a kind checks.
pub enum Check {
    /// The documents as a whole.
    Document(for<'d> fn(&Documents<'d>, &mut Changes<'d>)),
    /// Each operation that both documents have.
    Operation(for<'d> fn(&OperationPair<'d>, &mut Changes<'d>)),
    /// Each two objects of these kinds.
    Object(&'static [ObjectKind], for<'d> fn(&ObjectPair<'d>, &mut Changes<'d>)),
    /// Each two schemas, also if no value is of the types of both, so that nothing else of them can
    /// be compared.
    Schema(for<'d> fn(&ObjectPair<'d>, &mut Changes<'d>)),
    /// Each two `oneOf` or `anyOf`.
    Choice(for<'d> fn(&ChoicePair<'d>, &mut Changes<'d>)),
    /// Each two schemas of different types in Rust, if no other kind says so.
    RustType(for<'d> fn((&RustChange, Context), (Location<'d>, Location<'d>), &mut Changes<'d>)),
    /// Each two references to schemas whose names differ.
    Reference(for<'d> fn(&ReferencePair<'d>, &mut Changes<'d>)),
    /// Each two values of which one is not what OpenAPI has there.
    Unreadable(for<'d> fn(&ValuePair<'d>, &mut Changes<'d>)),
    /// Each two components that no operation leads to.
    Unused(for<'d> fn(&ValuePair<'d>, &mut Changes<'d>)),
}

/// Two small documents, and the changes between them.
pub struct Case {
    pub fragment: Fragment,
    pub base: &'static str,
    pub head: &'static str,
    /// Each change: its kind, its impact, and what happened.
    pub found: &'static [&'static str],
}

/// What the text of a case is.
pub enum Fragment {
    Document,
    /// The operation `GET /a`.
    Operation,
    /// A schema `S` that `POST /a` takes and gives.
    Schema,
}

impl Case {
    pub const fn document(
        base: &'static str,
        head: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { fragment: Fragment::Document, base, head, found }
    }

    pub const fn operation(
        base: &'static str,
        head: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { fragment: Fragment::Operation, base, head, found }
    }

    pub const fn schema(
        base: &'static str,
        head: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { fragment: Fragment::Schema, base, head, found }
    }

    /// Both texts, with `-` and `+` before the lines between those that start and end both.
    fn lines(&self) -> String {
        let [base, head] =
            [self.base, self.head].map(|text| text.trim().lines().collect::<Vec<_>>());
        let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
            pairs.take_while(|(old, new)| old == new).count()
        };
        let start = same(&mut base.iter().zip(&head));
        let end = same(&mut base[start..].iter().rev().zip(head[start..].iter().rev()));
        let (removed, added) = (&base[start..base.len() - end], &head[start..head.len() - end]);
        let marked =
            [(" ", &base[..start]), ("-", removed), ("+", added), (" ", &base[base.len() - end..])];
        let lines = marked
            .iter()
            .flat_map(|(mark, lines)| lines.iter().map(move |line| format!("{mark}{line}\n")));
        lines.collect()
    }
}

impl ChangeKind {
    /// Returns the explanation of the kind as Markdown, with at most this many of its cases, under
    /// headings of the level of `heading` and the next one.
    pub fn explanation(&self, heading: &str, cases: usize) -> String {
        let KindInfo { id, summary, rationale, inverse } = self.info;
        let mut text = format!(
            "{heading} {id}\n\n{heading}# What it finds\n\n{summary}\n\n\
             {heading}# Impact\n\n{rationale}\n"
        );
        if inverse != id {
            text += &format!("\nThe reverse change is [{inverse}](#{inverse}).\n");
        }
        text += &format!("\n{heading}# Example\n");
        for case in self.cases.iter().take(cases) {
            let fragment = match case.fragment {
                Fragment::Document => "A document",
                Fragment::Operation => "An operation",
                Fragment::Schema => "A schema in a request and in a response",
            };
            text += &format!("\n{fragment}:\n\n```diff\n{}```\n\n", case.lines());
            text += &match case.found {
                [] => "No change is reported.\n".to_owned(),
                found => format!(
                    "Reported (requests, responses, source):\n\n```text\n{}\n```\n",
                    found.join("\n")
                ),
            };
        }
        text
    }
}

#[test]
fn lines_between_those_of_both_texts_are_marked() {
    let lines = |base, head| Case::schema(base, head, &[]).lines();
    assert_eq!(lines("a\nb\nc", "a\nd\ne\nc"), " a\n-b\n+d\n+e\n c\n");
    assert_eq!(lines("a\na", "a\na\na"), " a\n a\n+a\n");
    assert_eq!(lines("a", "b"), "-a\n+b\n");
}
