//! Changes of the type of a value.

kinds![default_changed, format_changed, nullable_changed, rust_type_changed, type_changed,];
