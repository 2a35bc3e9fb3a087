//! What OpenAPI 3.0.3 forbids, ignores or advises against.

use crate::listing::folders;

folders! {
    content,
    links,
    objects,
    operations,
    parameters,
    paths,
    references,
    schemas,
    security,
    servers,
    syntax,
}
