//! The imports of the files of kinds.

pub use std::borrow::Cow;
pub use std::collections::{HashMap, HashSet};

pub use spec::{Decimal, Node, ObjectKind, is_required, is_same};

pub(crate) use crate::bounds::{self, Limit};
pub(crate) use crate::change_kind::{Case, ChangeKind, Check};
pub(crate) use crate::changes::{Changes, shown};
pub(crate) use crate::context::Allowed;
pub(crate) use crate::context::Context;
pub(crate) use crate::documents::Documents;
pub(crate) use crate::impact::{Impact, Level};
pub(crate) use crate::kind_info::KindInfo;
pub(crate) use crate::location::Location;
pub(crate) use crate::matching;
pub(crate) use crate::members::{member, text};
pub(crate) use crate::pairs::{ChoicePair, ObjectPair, OperationPair, ReferencePair, ValuePair};
pub(crate) use crate::properties::{self, properties};
pub(crate) use crate::resolved_object::ResolvedObject;
pub(crate) use crate::rust_type::RustChange;
pub(crate) use crate::same::{differing, same_or_absent, same_set};
pub(crate) use crate::schema_directions::SchemaDirections;
pub(crate) use crate::value_list::{self, ValueList};
pub(crate) use crate::{
    arguments, bodies, choices, extensions, fields, loose, operations, parameters, paths,
    responses, rust_arguments, rust_components, rust_names, rust_properties, schema_types, schemas,
    security, servers,
};
pub use spec::Direction;
