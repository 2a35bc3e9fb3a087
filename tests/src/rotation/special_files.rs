//! Special files, links, and the owner and mode of files.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use modelarts_app_auth::{IntentFile, IntentLog, SecretFile, SecretSink};
use tempfile::TempDir;
use tokio::runtime::Builder;

use crate::harness::rotation::scene::{credentials, records};

/// Something that is not a regular file, made at a path; false if this user may not make it.
type Make = fn(&Path) -> bool;

fn run(program: &str, path: &Path, arguments: &[&str]) -> bool {
    let status = Command::new(program).arg(path).args(arguments).status();
    status.is_ok_and(|status| status.success())
}

const SPECIAL: [(&str, Make); 6] = [
    ("FIFO", |path| run("mkfifo", path, &[])),
    // What /dev/full and /dev/null are. Only root may make them, and not in every container.
    ("endless device", |path| run("mknod", path, &["c", "1", "7"])),
    ("empty device", |path| run("mknod", path, &["c", "1", "3"])),
    ("directory", |path| fs::create_dir(path).is_ok()),
    ("socket", |path| UnixListener::bind(path).is_ok()),
    ("link to a FIFO", |path| {
        let fifo = path.with_extension("fifo");
        run("mkfifo", &fifo, &[]) && symlink(fifo, path).is_ok()
    }),
];

/// Runs `work` on a thread of its own, which may hang.
fn with_deadline<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        drop(sender.send(runtime.block_on(work)));
    });
    receiver.recv_timeout(Duration::from_secs(60)).expect("it hangs, or has panicked")
}

/// What is refused at `at` when sink and log are at `path`.
fn check(kind: &str, make: Make, name: &str) {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    let special = directory.path().join(name);
    if !make(&special) {
        assert!(kind.ends_with("device"), "{kind} not made");
        return;
    }
    let before = fs::symlink_metadata(&special).expect("something");
    let failures = with_deadline(async move {
        let (sink, log) = (SecretFile::new(&path), IntentFile::new(&path));
        let [record, _] = records();
        [
            log.load().await.err(),
            log.record(&record).await.err(),
            log.clear().await.err(),
            log.lease().await.err(),
            sink.dry_run().await.err(),
            sink.save(&credentials("s")).await.err(),
        ]
        .map(|failure| failure.map(|failure| failure.to_string()))
    });
    let is_refused = failures.each_ref().map(Option::is_some);
    let expected = match name {
        "app.json" => [true, true, true, false, true, true],
        "app.json.new" => [false, true, false, false, true, true],
        _ => [false, false, false, true, false, false],
    };
    assert_eq!(is_refused, expected, "{kind} at {name}: {failures:?}");
    for failure in failures.iter().flatten() {
        assert!(failure.contains(name), "{kind} at {name}: {failure}");
        assert!(failure.contains("expected a regular file"), "{kind} at {name}: {failure}");
    }
    let after = fs::symlink_metadata(&special).expect("something");
    assert_eq!((before.ino(), before.mode()), (after.ino(), after.mode()), "{kind} at {name}");
}

#[test]
fn special_file_is_rejected() {
    for (kind, make) in SPECIAL {
        for name in ["app.json", "app.json.new", "app.json.lock"] {
            check(kind, make, name);
        }
    }
}

#[test]
fn large_file_is_rejected() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(1 << 40).expect("a sparse file");
    let failure = with_deadline(async move { SecretFile::new(path).dry_run().await.err() });
    let failure = failure.expect("a terabyte").to_string();
    assert!(failure.contains("app.json") && failure.contains("is larger than"), "{failure}");
}

#[tokio::test]
async fn existing_file_keeps_its_owner_group_and_mode() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    let sink = SecretFile::new(&path);
    for mode in [0o600, 0o640, 0o400, 0o664] {
        fs::write(&path, "{}").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("own file");
        // Only root may give a file away.
        drop(chown(&path, Some(12_345), Some(54_321)));
        let access = |path: &Path| {
            let found = fs::metadata(path).expect("a file");
            (found.uid(), found.gid(), found.mode())
        };
        let before = access(&path);
        sink.dry_run().await.expect("a rehearsal");
        assert_eq!((access(&path), fs::read(&path).expect("a file")), (before, b"{}".into()));
        sink.save(&credentials("s")).await.expect("a file");
        assert_eq!(access(&path), before);
        fs::remove_file(&path).expect("a file");
    }
}

#[tokio::test]
async fn link_stays_and_its_file_is_replaced() {
    let directory = TempDir::new().expect("a directory");
    let (path, real) = (directory.path().join("app.json"), directory.path().join("real.json"));
    symlink("real.json", &path).expect("a link");
    let (sink, log) = (SecretFile::new(&path), IntentFile::new(&path));
    for _ in 0..2 {
        sink.dry_run().await.expect("a rehearsal");
        sink.save(&credentials("s")).await.expect("a file");
        assert!(fs::symlink_metadata(&path).expect("a link").is_symlink());
        assert!(fs::read_to_string(&real).expect("a file").contains("app_secret"));
    }
    fs::remove_file(&real).expect("a file");
    let [record, _] = records();
    log.record(&record).await.expect("a file");
    assert_eq!(fs::read_to_string(&real).expect("a file"), record);
    log.clear().await.expect("a file");
    assert!(!real.exists() && fs::symlink_metadata(&path).expect("a link").is_symlink());
    fs::remove_file(&path).expect("a link");
    symlink("app.json", &path).expect("a link");
    sink.dry_run().await.expect_err("a link to itself");
}
