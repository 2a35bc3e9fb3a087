//! Looks again whenever a document changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const PERIOD: Duration = Duration::from_millis(200);

/// Calls `look`, which gives the files that it has read, and again after each change of one.
pub fn forever(mut files: Vec<PathBuf>, mut look: impl FnMut() -> Vec<PathBuf>) -> ! {
    loop {
        // A change while `look` reads counts as well.
        let mut before = times(&files);
        files = look();
        for (path, time) in times(&files) {
            before.entry(path).or_insert(time);
        }
        before.retain(|path, _| files.contains(path));
        while times(&files) == before {
            thread::sleep(PERIOD);
        }
    }
}

/// When each file was last written; nothing for one that is gone.
fn times(files: &[PathBuf]) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let written = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    files.iter().map(|path| (path.clone(), written(path))).collect()
}
