//! Changes of parameters.

kinds![
    parameter_added,
    parameter_became_optional,
    parameter_became_required,
    parameter_content_changed,
    parameter_removed,
    parameter_style_changed,
];
