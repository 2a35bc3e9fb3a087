//! What a kind of change is: what it finds, why that matters, and the documents that prove it.

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
}

impl ChangeKind {
    /// All that there is to say about the kind.
    pub fn explanation(&self) -> String {
        let indented = |text: &str| format!("    {}\n", text.trim().replace('\n', "\n    "));
        let KindInfo { id, summary, rationale, inverse } = self.info;
        let mut text = format!("{id}\n\n{summary}\n\n{rationale}\n");
        if inverse != id {
            text += &format!("\nThe other way round: {inverse}.\n");
        }
        for case in self.cases {
            let fragment = match case.fragment {
                Fragment::Document => "",
                Fragment::Operation => " (an operation)",
                Fragment::Schema => " (a schema of a request and of a response)",
            };
            text += &format!("\nFrom{fragment}\n\n{}\nto\n\n", indented(case.base));
            text += &format!("{}\n", indented(case.head));
            text += match case.found {
                [] => "nothing is found.\n",
                _ => "finds (requests, responses, source)\n\n",
            };
            text += &case.found.iter().map(|line| indented(line)).collect::<String>();
        }
        text
    }
}
