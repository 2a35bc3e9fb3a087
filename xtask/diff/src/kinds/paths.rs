//! Changes of paths and of the parameters in them.

kinds![path_parameter_renamed, path_parameters_swapped, path_unreadable_changed,];
