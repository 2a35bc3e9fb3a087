//! What a kind of change is: what it finds, why that matters, and the documents that prove it.

use super::changes::Changes;
use super::documents::Documents;
use super::kind_info::KindInfo;
use super::object_type::Object;
use super::pairs::{Choices, Operations, Pair, References, Unread};

/// One kind of change. Its file has its name.
pub struct Kind {
    /// What is known of it without running it.
    pub info: KindInfo,
    /// What finds it.
    pub check: Check,
    /// The documents that prove it.
    pub cases: &'static [Case],
}

/// What a kind looks at.
pub enum Check {
    /// The documents as a whole.
    Document(for<'d> fn(&Documents<'d>, &mut Changes<'d>)),
    /// Each operation that both documents have.
    Operation(for<'d> fn(&Operations<'d>, &mut Changes<'d>)),
    /// Each two objects of these kinds.
    Object(&'static [Object], for<'d> fn(&Pair<'d>, &mut Changes<'d>)),
    /// Each two `oneOf` or `anyOf`.
    Choice(for<'d> fn(&Choices<'d>, &mut Changes<'d>)),
    /// Each two references to schemas whose names differ.
    Reference(for<'d> fn(&References<'d>, &mut Changes<'d>)),
    /// Each two values of which one is not what OpenAPI has there.
    Unreadable(for<'d> fn(&Unread<'d>, &mut Changes<'d>)),
    /// Each two components that no operation leads to.
    Unused(for<'d> fn(&Unread<'d>, &mut Changes<'d>)),
}

/// Two small documents, and the changes between them.
pub struct Case {
    pub scope: Scope,
    pub base: &'static str,
    pub head: &'static str,
    /// Each change: its kind, its verdicts, and what happened.
    pub found: &'static [&'static str],
}

/// What the text of a case is.
pub enum Scope {
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
        Self { scope: Scope::Document, base, head, found }
    }

    pub const fn operation(
        base: &'static str,
        head: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { scope: Scope::Operation, base, head, found }
    }

    pub const fn schema(
        base: &'static str,
        head: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { scope: Scope::Schema, base, head, found }
    }
}

impl Kind {
    /// All that there is to say about the kind.
    pub fn explanation(&self) -> String {
        let indented = |text: &str| format!("    {}\n", text.trim().replace('\n', "\n    "));
        let KindInfo { id, summary, rationale, inverse } = self.info;
        let mut text = format!("{id}\n\n{summary}\n\n{rationale}\n");
        if inverse != id {
            text += &format!("\nThe other way round: {inverse}.\n");
        }
        for case in self.cases {
            let scope = match case.scope {
                Scope::Document => "",
                Scope::Operation => " (an operation)",
                Scope::Schema => " (a schema that is sent and answered)",
            };
            text += &format!("\nFrom{scope}\n\n{}\nto\n\n", indented(case.base));
            text += &format!("{}\n", indented(case.head));
            text += match case.found {
                [] => "nothing is found.\n",
                _ => "finds (requests, answers, source)\n\n",
            };
            text += &case.found.iter().map(|line| indented(line)).collect::<String>();
        }
        text
    }
}
