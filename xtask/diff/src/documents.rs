//! The two documents as a whole.

use std::collections::HashSet;
use std::rc::Rc;

use spec::{Document, Node, Operation};

use super::matched::Matched;
use super::security::Schemes;

/// Two documents.
pub struct Documents<'d> {
    pub base: &'d Document<'d>,
    pub head: &'d Document<'d>,
    pub operations: Matched<Operation<'d>>,
    pub schemes: Rc<Schemes<'d>>,
    /// The files that both documents refer to and whose content differs.
    pub changed_files: &'d HashSet<String>,
    /// The schemas of both documents that were compared as parts of responses that callers get.
    pub received: HashSet<Node<'d>>,
}
