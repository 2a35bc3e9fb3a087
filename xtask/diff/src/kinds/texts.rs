//! Changes of texts and other annotations.

kinds![
    deprecation_changed,
    description_changed,
    example_changed,
    info_changed,
    openapi_version_changed,
    sunset_changed,
    tag_changed,
    xml_changed,
];
