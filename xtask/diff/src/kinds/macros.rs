//! The list of the kinds in a folder.

/// Declares a file for each name, and `KINDS` with the kind of each.
macro_rules! kinds {
    ($($name:ident),* $(,)?) => {
        $(pub mod $name;)*

        pub static KINDS: &[&crate::change_kind::ChangeKind] = &[$(&$name::KIND),*];
    };
}
