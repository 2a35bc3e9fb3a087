//! Changes of responses, their headers and links.

kinds![
    guaranteed_changed,
    header_added,
    header_presence_changed,
    header_removed,
    link_changed,
    response_added,
    response_removed,
    response_status_changed,
    response_type_changed,
    results_changed,
];
