//! What kinds of change are made of.

pub use std::collections::{HashMap, HashSet};

pub use spec::Node;

pub(crate) use crate::bounds::{self, Limit};
pub(crate) use crate::change_kind::{Case, Check, Kind};
pub(crate) use crate::changes::{Changes, shown};
pub(crate) use crate::documents::Documents;
pub(crate) use crate::impact::{Direction, Effect, Level, Reach, Verdicts};
pub(crate) use crate::kind_info::KindInfo;
pub(crate) use crate::matching;
pub(crate) use crate::members::{member, text};
pub(crate) use crate::pairs::{Choices, Object, Operations, Pair, References, Unread};
pub(crate) use crate::properties::properties;
pub(crate) use crate::resolved_object::{Place, Side};
pub(crate) use crate::same::{differing, same, same_or_absent, same_set};
pub(crate) use crate::schema_directions::Reached;
pub(crate) use crate::value_list::{self, Listed};
pub(crate) use crate::{
    bodies, extensions, fields, objects, parameters, paths, rust_type, schemas,
};
