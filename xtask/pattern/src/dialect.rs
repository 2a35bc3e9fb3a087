//! Parts of a pattern that mean something in another dialect, and silently something else in
//! ECMA-262.

mod class;
mod escape;
mod posix;
mod scan;

pub use escape::KNOWN_ESCAPES;
pub use scan::remarks;
