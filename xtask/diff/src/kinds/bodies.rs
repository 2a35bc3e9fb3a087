//! Changes of request bodies and of media types.

kinds![
    encoding_changed,
    media_type_added,
    media_type_changed,
    media_type_removed,
    request_body_added,
    request_body_became_optional,
    request_body_became_required,
    request_body_removed,
];
