//! Changes of named schemas and other components.

kinds![
    component_unused_changed,
    schema_added,
    schema_direction_changed,
    schema_exchanged,
    schema_removed,
    schema_renamed,
];
