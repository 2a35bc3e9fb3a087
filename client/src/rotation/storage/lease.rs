//! Locks a log, so that a second rotation cannot use it.

use std::any::type_name;
use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::disk;
use super::file_error::{explain, name};
use super::paths::with_suffix;

/// The exclusive use of an [`IntentLog`](crate::IntentLog), until it is dropped.
///
/// It is any value whose `Drop` releases the lock: `Box::new(guard)`.
pub type Lease<'a> = Box<dyn Send + Sync + 'a>;

/// The suffix of the name of the lock file of a log.
pub(crate) const LOCK: &str = ".lock";

/// Locks the log file at `path`, which is resolved; none if it is locked.
///
/// The lock is on a file of its own, because the log is replaced and removed. That file stays: to
/// remove it would let two processes lock two files of one name.
pub(crate) fn of_file(path: &Path) -> io::Result<Option<Lease<'static>>> {
    let path = with_suffix(path, LOCK);
    let file = disk::open_for_lock(&path).map_err(|error| name(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Box::new(Locked(file)))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => {
            let help = "use a file system that supports file locks";
            Err(name(&path, &explain("cannot be locked", &error, help)))
        }
    }
}

struct Locked(File);

impl Drop for Locked {
    /// Unlocks the file, which closing it does not always do: a child process that another thread
    /// is starting has the file open, too, until it runs its program.
    fn drop(&mut self) {
        drop(self.0.unlock());
    }
}

/// The logs that are in use in this process, of those that have no lock of their own: the type of
/// each and its address.
static IN_USE: Mutex<BTreeSet<(&str, usize)>> = Mutex::new(BTreeSet::new());

/// Locks a value in this process; none if it is locked.
pub(crate) fn of_value<T: ?Sized>(value: &T) -> Option<Lease<'_>> {
    // A value without a size has no address of its own, and all of its type are alike.
    let address = if size_of_val(value) == 0 { 0 } else { std::ptr::from_ref(value).addr() };
    let key = (type_name::<T>(), address);
    let is_free = IN_USE.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
    is_free.then(|| Box::new(Using(key)) as Lease<'_>)
}

struct Using((&'static str, usize));

impl Drop for Using {
    fn drop(&mut self) {
        IN_USE.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}
