//! One file for sink and log, under any names, is rejected before anything is sent.

use std::fs;
use std::path::{Path, PathBuf};

use modelarts_app_auth::{IntentFile, IntentLog, Rotation, SecretFile, SecretSink};
use modelarts_app_auth_mock::SecretsOnRead;
use tempfile::TempDir;

use crate::harness::rotation::scene::{APP, start};

const REFUSED: &str = "write to the same file; give each a path of its own";

/// Rotates with a sink and a log that are one file, in each way there is.
async fn check_rejected(sink: &Path, log: &Path) {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let names = format!("{} and {}", sink.display(), log.display());
    let before = contents(&[sink, log]);
    let (sink, log) = (SecretFile::new(sink), IntentFile::new(log));
    let rotated = client.rotate_app_secret(APP, &sink, &log).await;
    assert!(matches!(&rotated, Rotation::Unchanged(_)), "{names}: {rotated}");
    let resumed = client.resume_rotation(&sink, &log).await.expect_err("one path");
    let replaced = client.replace_app(APP, "app_new", &sink, &log).await;
    for said in [rotated.to_string(), resumed.to_string(), replaced.to_string()] {
        assert!(said.contains(REFUSED), "{names}: {said}");
    }
    assert_eq!((mock.resets(APP), mock.app_ids().len()), (0, 1), "{names}");
    assert_eq!(before, contents(&[sink.path().expect("a path"), log.path().expect("a path")]));
}

fn contents(paths: &[&Path]) -> Vec<Option<Vec<u8>>> {
    paths.iter().map(|path| fs::read(path).ok()).collect()
}

/// `path` by a way from the working directory of this process.
fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().expect("a directory");
    let up: PathBuf = here.components().skip(1).map(|_| "..").collect();
    up.join(path.strip_prefix("/").unwrap_or(path))
}

#[tokio::test]
async fn two_paths_of_one_file_are_rejected() {
    let directory = TempDir::new().expect("a directory");
    // Some file systems, and the names of temporary directories, have symbolic links of their own.
    let directory = fs::canonicalize(directory.path()).expect("a directory");
    let (app, again) = (directory.join("app.json"), directory.join("sub/../app.json"));
    fs::create_dir(directory.join("sub")).expect("a directory");
    for exists in [false, true] {
        if exists {
            fs::write(&app, r#"{"app_id":"a","app_secret":"s"}"#).expect("a file");
        }
        check_rejected(&app, &app).await;
        check_rejected(&app, &again).await;
        check_rejected(&again, &app).await;
        check_rejected(&app, &directory.join("./app.json/")).await;
        if cfg!(unix) {
            check_rejected(&app, &relative(&app)).await;
        }
        check_rejected(&app, &directory.join("App.JSON")).await;
        // Where one is on its way to its place, and the lock.
        check_rejected(&app, &directory.join("app.json.new")).await;
        check_rejected(&directory.join("app.json.new"), &app).await;
        check_rejected(&directory.join("app.json.lock"), &app).await;
    }
}

#[cfg(unix)]
#[tokio::test]
async fn two_links_to_one_file_are_rejected() {
    use std::os::unix::fs::symlink;
    let directory = TempDir::new().expect("a directory");
    let path = |name: &str| directory.path().join(name);
    fs::create_dir(path("real")).expect("a directory");
    symlink("real", path("linked")).expect("a link");
    symlink(path("real/app.json"), path("absolute")).expect("a link");
    symlink("linked/app.json", path("relative")).expect("a link");
    symlink("relative", path("twice")).expect("a link");
    let app = path("real/app.json");
    for exists in [false, true] {
        if exists {
            fs::write(&app, "{}").expect("a file");
            fs::hard_link(&app, path("hard")).expect("a link");
            check_rejected(&app, &path("hard")).await;
            check_rejected(&path("hard"), &path("twice")).await;
        }
        for name in ["linked/app.json", "absolute", "relative", "twice"] {
            check_rejected(&app, &path(name)).await;
            check_rejected(&path(name), &app).await;
        }
        check_rejected(&path("absolute"), &path("twice")).await;
    }
}

#[tokio::test]
async fn paths_of_two_files_are_accepted() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let directory = TempDir::new().expect("a directory");
    let path = |name: &str| directory.path().join(name);
    for name in ["one", "two"] {
        fs::create_dir(path(name)).expect("a directory");
    }
    for (sink, log) in [("one/app", "two/app"), ("one/app", "one/log"), ("two/a.new", "two/b")] {
        let log = IntentFile::new(path(log));
        let rotated = client.rotate_app_secret(APP, &SecretFile::new(path(sink)), &log).await;
        assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
        let stored = fs::read_to_string(path(sink)).expect("a file");
        assert!(stored.contains(&mock.state().apps[0].app_secret), "{sink}");
    }
}

/// A sink that does not tell its file, which is that of the log.
#[tokio::test]
async fn log_does_not_remove_what_a_sink_has_put_there() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("app.json");
    let sink = |credentials: Option<&modelarts_app_auth::AppCredentials>| match credentials {
        Some(credentials) => fs::write(&path, credentials.app_secret.expose()),
        None => Ok(()),
    };
    let log = IntentFile::new(&path);
    let _outcome = client.rotate_app_secret(APP, &sink, &log).await;
    let stored = fs::read_to_string(&path).expect("a file");
    assert!(mock.secret_accepted(APP, &stored));
    let rejected = client.rotate_app_secret(APP, &sink, &log).await.to_string();
    assert!(
        rejected.contains(&path.display().to_string()) && rejected.contains("use another path")
    );
    assert_eq!((fs::read_to_string(&path).expect("a file"), mock.resets(APP)), (stored, 1));
}

/// The same holds for a secret that is saved later.
#[tokio::test(start_paused = true)]
async fn unsaved_secret_is_not_saved_into_the_log() {
    let (_mock, client) = start(SecretsOnRead::Plain).await;
    let directory = TempDir::new().expect("a directory");
    let log = IntentFile::new(directory.path().join("log"));
    let full = |credentials: Option<&modelarts_app_auth::AppCredentials>| match credentials {
        Some(_) => Err(std::io::ErrorKind::StorageFull.into()),
        None => Ok(()),
    };
    let Rotation::Unsaved(unsaved) = client.rotate_app_secret(APP, &full, &log).await else {
        panic!("a full sink")
    };
    let record = log.load().await.expect("a file");
    let saved = unsaved.save(&SecretFile::new(directory.path().join("log")), &log).await;
    assert!(saved.to_string().contains(REFUSED), "{saved}");
    assert_eq!(log.load().await.expect("a file"), record);
    let Rotation::Unsaved(unsaved) = saved else { panic!("{saved}") };
    let saved = unsaved.save(&SecretFile::new(directory.path().join("app")), &log).await;
    assert!(matches!(saved, Rotation::Rotated), "{saved}");
    assert_ne!(fs::read_to_string(directory.path().join("app")).expect("a file"), "");
    assert_eq!(log.load().await.expect("no file"), None);
}

#[tokio::test]
async fn errors_name_the_file_and_say_what_to_do() {
    let (mock, client) = start(SecretsOnRead::Plain).await;
    let directory = TempDir::new().expect("a directory");
    let path = |name: &str| directory.path().join(name);
    for (sink, log, place) in [("app", "none/log", "log"), ("none/app", "log", "sink")] {
        let (sink, log) = (SecretFile::new(path(sink)), IntentFile::new(path(log)));
        let said = client.rotate_app_secret(APP, &sink, &log).await.to_string();
        let file = if place == "log" { log.path() } else { sink.path() }.expect("a path");
        let expected =
            format!("the {place} failed: {}: cannot use its directory: ", file.display());
        assert!(said.contains(&expected) && said.contains("; create it, "), "{said}");
    }
    assert_eq!(mock.resets(APP), 0);
}
