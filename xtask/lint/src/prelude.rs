//! What the files of rules import.

pub(crate) use crate::by_node::{NodeMap, NodeSet, PairSet};
pub(crate) use crate::contradiction::{self, Contradictions};
pub(crate) use crate::instance::{self, Validator, Violation};
pub(crate) use crate::object_index::ObjectIndex;
pub(crate) use crate::paths::{self, PathOperation};
pub(crate) use crate::rule::{Check, Diagnostics, Rule};
pub(crate) use crate::{
    composition, examples, expression, media, reach, ref_suggestion, secrets, slips, styles,
    text_edits, value_advice, versions, words,
};
pub(crate) use pattern::{Budget, Pattern};
pub(crate) use report::{Edit, Group, RuleInfo, Severity};
pub(crate) use spec::{
    Direction, Entry, Kind as Json, Node, ParseDiagnosticKind, RefErrorKind, Span,
};
pub(crate) use spec::{FieldType as Type, Object, ObjectKind as Kind};
pub(crate) use std::borrow::Cow;
pub(crate) use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
pub(crate) use std::rc::Rc;
