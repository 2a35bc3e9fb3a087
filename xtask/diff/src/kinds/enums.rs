//! Changes of lists of values.

kinds![enum_added, enum_openness_changed, enum_removed, enum_value_added, enum_value_removed,];
