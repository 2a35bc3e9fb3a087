//! Another file that both documents refer to.

use super::super::prelude::*;
use crate::referenced_files::references;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "referenced-file-changed",
        summary: "Both documents refer to the same file name, and the two files differ or cannot \
                  be read.",
        rationale: "diff does not compare the contents of other files, so the change counts as \
                    breaking until you check it.",
        inverse: "referenced-file-changed",
    },
    check: Check::Document(check),
    // In these documents, `changed.yaml` is such a file.
    cases: &[
        Case::schema(
            "{type: object, properties: {a: {$ref: 'changed.yaml#/A'}}}",
            "{type: object, properties: {a: {$ref: 'changed.yaml#/A'}}}",
            &[
                "referenced-file-changed (breaking, breaking, breaking) file `changed.yaml` differs \
               between the documents",
            ],
        ),
        Case::schema("{$ref: 'other.yaml#/A'}", "{$ref: 'other.yaml#/A'}", &[]),
    ],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    if documents.changed_files.is_empty() {
        return;
    }
    let first = |root: Node<'d>| {
        let mut first: HashMap<&'d str, Node<'d>> = HashMap::new();
        references(root, &mut |node, file| _ = first.entry(file).or_insert(node));
        first
    };
    let (old, new) = (first(documents.base.root()), first(documents.head.root()));
    let mut files: Vec<_> = documents.changed_files.iter().collect();
    files.sort_unstable();
    for file in files {
        let (Some(base), Some(head)) = (old.get(file.as_str()), new.get(file.as_str())) else {
            continue;
        };
        let subject = format!("file `{file}` differs between the documents");
        let locations = (Location::at(*base), Location::at(*head));
        changes.add(subject, (None, None), locations, Impact::UNKNOWN);
    }
}
