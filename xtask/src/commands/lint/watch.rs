//! Checks the documents again when one of them changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often the times of the files are read.
const PERIOD: Duration = Duration::from_millis(200);

/// Calls `lint`, which returns the files that it has read, and again after each change of one.
pub fn forever(mut files: Vec<PathBuf>, mut lint: impl FnMut() -> Vec<PathBuf>) -> ! {
    loop {
        // A change while `lint` reads counts as well.
        let mut before = times(&files);
        files = lint();
        for (path, time) in times(&files) {
            before.entry(path).or_insert(time);
        }
        before.retain(|path, _| files.contains(path));
        while times(&files) == before {
            thread::sleep(PERIOD);
        }
    }
}

/// When each file was last written; none for one that does not exist.
fn times(files: &[PathBuf]) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let written = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    files.iter().map(|path| (path.clone(), written(path))).collect()
}
