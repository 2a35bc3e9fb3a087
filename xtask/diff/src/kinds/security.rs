//! Changes of security requirements and schemes.

kinds![security_changed, security_scheme_added, security_scheme_changed, security_scheme_removed,];
