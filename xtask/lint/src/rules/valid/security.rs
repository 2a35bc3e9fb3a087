//! Security schemes and requirements.

use crate::listing::rules;

rules! {
    http_scheme_unregistered,
    security_scheme_unknown,
    security_scope_misplaced,
    security_scope_unknown,
}
