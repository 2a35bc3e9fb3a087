//! The lists of the kinds of change.

/// Declares a file for each name, and `KINDS` with the kind of each.
macro_rules! kinds {
    ($($name:ident),* $(,)?) => {
        $(pub mod $name;)*

        pub static KINDS: &[&crate::change_kind::ChangeKind] = &[$(&$name::KIND),*];
    };
}

/// Declares a folder for each name, and `FOLDERS` with the kinds of each.
macro_rules! folders {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        static FOLDERS: &[&[&crate::change_kind::ChangeKind]] = &[$($name::KINDS),*];
    };
}
