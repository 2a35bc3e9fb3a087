//! Changes of operations as a whole, and of what they call back.

kinds![
    argument_order_changed,
    callback_added,
    callback_removed,
    operation_added,
    operation_id_changed,
    operation_moved,
    operation_removed,
    pagination_changed,
];
