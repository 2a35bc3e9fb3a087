//! Changes of servers.

kinds![server_added, server_changed, server_removed, server_variable_changed,];
