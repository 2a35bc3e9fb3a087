//! How a folder lists its rules: a new rule is one file, and one line in the list of its folder.

/// Declares the files of a folder, each of which has one `RULE`, and adds those to a list.
macro_rules! rules {
    ($($rule:ident),+ $(,)?) => {
        $(pub mod $rule;)+

        pub fn collect(rules: &mut Vec<&'static crate::rule::Rule>) {
            rules.extend([$(&$rule::RULE),+]);
        }
    };
}

/// Declares the folders of a folder, and adds their rules to a list.
macro_rules! folders {
    ($($folder:ident),+ $(,)?) => {
        $(pub mod $folder;)+

        pub fn collect(rules: &mut Vec<&'static crate::rule::Rule>) {
            $($folder::collect(rules);)+
        }
    };
}

pub(crate) use {folders, rules};
