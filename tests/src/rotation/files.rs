//! `SecretFile` and `IntentFile`.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use modelarts_app_auth::{IntentFile, IntentLog, SecretFile, SecretSink};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::rotation::scene::{credentials, records};

/// Saves at `path` and looks at what is there, whoever may read it.
async fn check(path: &Path, secret: &str) {
    let sink = SecretFile::new(path);
    sink.dry_run().await.expect("a rehearsal");
    sink.save(&credentials(secret)).await.expect("a file");
    let json: Value = serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON");
    assert_eq!(json, json!({ "app_id": "a", "app_key": "k", "app_secret": secret }));
    let directory = path.parent().expect("a directory");
    assert_eq!(fs::read_dir(directory).expect("a directory").count(), 1, "nothing else is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(path).expect("a file").mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn secret_replaces_the_previous_one() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    check(&path, "first").await;
    check(&path, "second").await;
    fs::write(directory.path().join("app.json.new"), "left by a crash").expect("a file");
    check(&path, "third").await;
}

#[tokio::test]
async fn dry_run_changes_nothing() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    fs::write(&path, "as it was").expect("a file");
    SecretFile::new(&path).dry_run().await.expect("a rehearsal");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "as it was");
}

#[tokio::test]
async fn unwritable_path_fails_in_the_dry_run() {
    let directory = TempDir::new().expect("a directory");
    for path in [directory.path().to_owned(), directory.path().join("none/app.json"), "/".into()] {
        SecretFile::new(&path).dry_run().await.expect_err("no such place");
    }
}

#[tokio::test]
async fn record_is_written_and_cleared() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("rotation.json");
    let log = IntentFile::new(&path);
    assert_eq!(log.load().await.expect("no file"), None);
    for record in records() {
        log.record(&record).await.expect("a file");
        assert_eq!(log.load().await.expect("a file"), Some(record));
    }
    log.clear().await.expect("no file");
    log.clear().await.expect("no file, again");
    assert_eq!(log.load().await.expect("no file"), None);
    assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 0);
}

#[tokio::test]
async fn log_touches_only_records() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("rotation.json");
    let log = IntentFile::new(&path);
    let large = format!("{{{}{}", " ".repeat(1 << 20), &records()[0][1..]);
    for contents in
        ["", "as it was", "{}", r#"{"app_id":"a","app_secret":"s"}"#, r#"{"reset":{}}"#, &large]
    {
        fs::write(&path, contents).expect("a file");
        let failures = [
            log.load().await.map(drop).expect_err("no record"),
            log.record(&records()[0]).await.expect_err("no record"),
            log.clear().await.expect_err("no record"),
        ];
        for failure in failures.map(|failure| failure.to_string()) {
            assert!(failure.contains(&path.display().to_string()), "{failure}");
            assert!(failure.contains("use another path"), "{failure}");
        }
        assert_eq!(fs::read_to_string(&path).expect("a file"), contents);
    }
    fs::write(&path, b"\xff").expect("a file");
    log.clear().await.expect_err("no record");
    assert_eq!(fs::read(&path).expect("a file"), b"\xff");
}

/// Two of one path have one lock, also in one process, and a lock file that was left is no lock.
#[tokio::test]
async fn lease_of_a_file_is_exclusive() {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("rotation.json");
    fs::write(directory.path().join("rotation.json.lock"), "").expect("a file");
    let (one, other) = (IntentFile::new(&path), IntentFile::new(&path));
    for _ in 0..2 {
        let lease = one.lease().await.expect("a file").expect("it is free");
        assert!(other.lease().await.expect("a file").is_none());
        assert!(one.lease().await.expect("a file").is_none());
        drop(lease);
        drop(other.lease().await.expect("a file").expect("it is free"));
    }
}

#[tokio::test]
async fn lease_of_a_value_is_exclusive_in_this_process() {
    let (one, other) = (Mutex::<Option<String>>::default(), Mutex::default());
    let lease = one.lease().await.expect("a value").expect("it is free");
    assert!(one.lease().await.expect("a value").is_none());
    assert!(other.lease().await.expect("a value").is_some());
    drop(lease);
    assert!(one.lease().await.expect("a value").is_some());
}
