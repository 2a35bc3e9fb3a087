//! Changes of the properties of objects.

kinds![
    additional_properties_changed,
    property_access_changed,
    property_added,
    property_became_optional,
    property_became_required,
    property_removed,
    timestamp_changed,
];
