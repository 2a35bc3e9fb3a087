//! Where new secrets and journals are stored.

pub(super) mod disk;
pub(super) mod file_error;
pub(super) mod lease;
pub(super) mod log;
pub(super) mod paths;
pub(super) mod sink;
pub(super) mod store_future;
