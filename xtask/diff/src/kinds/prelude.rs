//! What kinds of change are made of.

pub use std::collections::{HashMap, HashSet};

pub use spec::Node;

pub(crate) use crate::bounds::{self, Limit};
pub(crate) use crate::changes::{Changes, shown};
pub(crate) use crate::documents::Documents;
pub(crate) use crate::kind::{Case, Check, Kind};
pub(crate) use crate::kind_info::KindInfo;
pub(crate) use crate::lists::{self, Listed};
pub(crate) use crate::matching;
pub(crate) use crate::members::{member, text};
pub(crate) use crate::pair::{Choices, Object, Operations, Pair, References, Unread};
pub(crate) use crate::properties::properties;
pub(crate) use crate::reached::Reached;
pub(crate) use crate::same::{differing, same, same_or_absent, same_set};
pub(crate) use crate::side::{Place, Side};
pub(crate) use crate::verdict::{Direction, Effect, Level, Reach, Verdicts};
pub(crate) use crate::{bodies, extensions, face, fields, objects, parameters, paths, schemas};
