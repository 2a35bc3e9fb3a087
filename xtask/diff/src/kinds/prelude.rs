//! What kinds of change are made of.

pub use std::collections::{HashMap, HashSet};

pub use spec::Node;

pub(crate) use crate::bounds::{self, Limit};
pub(crate) use crate::change_kind::{Case, Check, Kind};
pub(crate) use crate::changes::{Changes, shown};
pub(crate) use crate::context::Effect;
pub(crate) use crate::context::Reach;
pub(crate) use crate::documents::Documents;
pub(crate) use crate::impact::{Level, Verdicts};
pub(crate) use crate::kind_info::KindInfo;
pub(crate) use crate::location::Place;
pub(crate) use crate::matching;
pub(crate) use crate::members::{member, text};
pub(crate) use crate::object_type::Object;
pub(crate) use crate::pairs::{Choices, Operations, Pair, References, Unread};
pub(crate) use crate::properties::{self, properties};
pub(crate) use crate::resolved_object::Side;
pub(crate) use crate::same::{differing, same, same_or_absent, same_set};
pub(crate) use crate::schema_directions::Reached;
pub(crate) use crate::value_list::{self, Listed};
pub(crate) use crate::{
    arguments, bodies, extensions, fields, operations, parameters, paths, rust_type, schema_types,
    schemas,
};
pub use spec::Direction;
