//! Looks again whenever a document changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const PERIOD: Duration = Duration::from_millis(200);

/// Calls `look`, which gives the files that it has read, and again after each change of one.
pub fn forever(mut look: impl FnMut() -> Vec<PathBuf>) -> ! {
    loop {
        let files = look();
        let before = times(&files);
        while times(&files) == before {
            thread::sleep(PERIOD);
        }
    }
}

/// When each file was last written; nothing for one that is gone.
fn times(files: &[PathBuf]) -> BTreeMap<&Path, Option<SystemTime>> {
    let written = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    files.iter().map(|path| (path.as_path(), written(path))).collect()
}
