//! What the files of rules import.

pub(crate) use crate::by_node::{NodeMap, NodeSet, PairSet};
pub(crate) use crate::instance::{self, Direction, Fault, Judge};
pub(crate) use crate::object::{Kind, Object, Type};
pub(crate) use crate::object_index::Outline;
pub(crate) use crate::paths::{self, Place};
pub(crate) use crate::pattern::{Budget, Pattern};
pub(crate) use crate::rule::{Check, Findings, Rule};
pub(crate) use crate::{composition, examples, expression, media, reach, secrets, words};
pub(crate) use report::{Group, RuleInfo, Severity};
pub(crate) use spec::{Entry, Kind as Json, Node, ProblemKind, RefFault, Span};
pub(crate) use std::collections::{BTreeSet, HashMap, HashSet};
pub(crate) use std::rc::Rc;
