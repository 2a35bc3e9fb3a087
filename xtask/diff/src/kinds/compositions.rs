//! Changes of `oneOf`, `anyOf` and `not`.

kinds![
    alternative_added,
    alternative_removed,
    composition_changed,
    discriminator_changed,
    discriminator_value_changed,
    not_changed,
];
