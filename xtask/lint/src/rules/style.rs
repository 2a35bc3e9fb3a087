//! What readers would like better another way.

use crate::listing::folders;

folders! {
    descriptions,
    operations,
    schemas,
    suppressions,
    syntax,
}
