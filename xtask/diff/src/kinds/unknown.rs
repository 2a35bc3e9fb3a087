//! Changes whose meaning is unknown.

kinds![
    extension_changed,
    keyword_inapplicable_changed,
    keyword_unclassified,
    reference_unresolved_changed,
    referenced_file_changed,
    unreadable_changed,
];
