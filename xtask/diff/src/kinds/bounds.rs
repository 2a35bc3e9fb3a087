//! Changes of the bounds of a value.

kinds![
    max_items_changed,
    max_length_changed,
    max_properties_changed,
    maximum_changed,
    min_items_changed,
    min_length_changed,
    min_properties_changed,
    minimum_changed,
    multiple_of_changed,
    pattern_changed,
    unique_items_changed,
];
