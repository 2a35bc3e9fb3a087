//! Rotations of one app by two processes, with the lock of real files.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth::{
    AppCredentials, Client, IntentFile, IntentLog, Rotation, SecretFile, SecretSink, StoreFuture,
};
use modelarts_app_auth_mock::{Fault, FaultKind, MockModelArts};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::harness::rotation::scene::{APP, set_app};
use crate::harness::rotation::schedule::{Seeds, Tally};
use crate::harness::rotation::shared::{Files, Shared};

/// What a child is told: the URL of the service, its project and the directory of the files.
const CHILD: &str = "ROTATION_CHILD";

/// What a line of a child begins with that tells an outcome.
const OUTCOME: &str = "outcome: ";

/// A service in this process, and the files that the processes share.
struct Scene {
    runtime: Runtime,
    mock: MockModelArts,
    files: Files,
}

impl Scene {
    fn new() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime for the server");
        let mock = runtime.block_on(MockModelArts::start()).expect("a service");
        set_app(&mock);
        Self { runtime, mock, files: Files::new() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.files.path(name)
    }

    fn works(&self) -> bool {
        self.mock.secret_accepted(APP, &self.files.stored())
    }

    fn child(&self) -> Process {
        let told = [
            self.mock.url(),
            &self.mock.state().projects[0].id,
            self.files.directory().to_str().expect("UTF-8"),
        ];
        let mut child = Command::new(env::current_exe().expect("this program"))
            .args(["rotation::processes::child", "--exact", "--ignored", "--nocapture"])
            .env(CHILD, told.join("\n"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let (orders, reports) = (child.stdin.take(), child.stdout.take());
        let reports = BufReader::new(reports.expect("a pipe"));
        Process { child, orders: orders.expect("a pipe"), reports }
    }
}

struct Process {
    child: Child,
    orders: ChildStdin,
    reports: BufReader<ChildStdout>,
}

impl Process {
    /// Lets it rotate once, with this seed for its pauses.
    fn order(&mut self, seed: u64) {
        writeln!(self.orders, "{seed}").expect("a process that reads");
    }

    fn outcome(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.reports.read_line(&mut line).expect("a line"), 0, "the process ended");
            if let Some((_, outcome)) = line.split_once(OUTCOME) {
                return outcome.trim().to_owned();
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A file that takes its time, so that the other process has some, too.
struct Slow(SecretFile, Duration);

impl SecretSink for Slow {
    fn dry_run(&self) -> StoreFuture<'_> {
        self.0.dry_run()
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        sleep(self.1);
        self.0.save(credentials)
    }
}

#[test]
#[ignore = "the other process of the tests below, which start it"]
fn child() {
    let Ok(told) = env::var(CHILD) else { return };
    let told: Vec<_> = told.split('\n').collect();
    let [url, project, directory] = told[..] else { panic!("what the parent tells") };
    let client = Client::for_loopback(url, project).expect("a loopback address");
    let log = IntentFile::new(Path::new(directory).join("log"));
    for line in std::io::stdin().lines() {
        let mut rng = Rng::with_seed(line.expect("a line").parse().expect("a number"));
        let mut pause = || {
            let longest = [1, 1_000, 20_000][rng.usize(..3)];
            Duration::from_micros(rng.u64(..longest))
        };
        sleep(pause());
        let sink = Slow(SecretFile::new(Path::new(directory).join("sink")), pause());
        println!("{OUTCOME}{}", client.rotate_app_secret(APP, &sink, &log).send_blocking());
    }
}

/// Waits until `is_so`, which another process brings about.
fn wait_until(is_so: impl Fn() -> bool) {
    for _ in 0..6_000 {
        if is_so() {
            return;
        }
        sleep(Duration::from_millis(10));
    }
    panic!("not so after a minute");
}

#[test]
fn file_lock_excludes_other_processes_and_ends_with_its_process() {
    let scene = Scene::new();
    let client = scene.mock.client().expect("a client");
    let (sink, log) = (SecretFile::new(scene.path("sink")), IntentFile::new(scene.path("log")));
    // The secret is reset, and the other process waits for the response.
    scene.mock.fail_next("ResetApigAppSecret", Fault::After(FaultKind::Hang));
    let mut other = scene.child();
    other.order(1);
    wait_until(|| scene.mock.resets(APP) == 1);

    let in_use = format!("another rotation is using the log {}", scene.path("log").display());
    let record = std::fs::read(scene.path("log")).expect("a record");
    let said = [
        client.rotate_app_secret(APP, &sink, &log).send_blocking().to_string(),
        client.resume_rotation_blocking(&sink, &log).expect_err("in use").to_string(),
        client.replace_app(APP, "app_new", &sink, &log).send_blocking().to_string(),
        client.retire_replaced_app_blocking(&log).expect_err("in use").to_string(),
    ];
    assert!(said.iter().all(|said| said.contains(&in_use)), "{said:?}");
    assert_eq!(std::fs::read(scene.path("log")).expect("a record"), record, "nothing is changed");
    assert_eq!(scene.mock.resets(APP), 1);
    assert!(!scene.works());

    drop(other);
    let resumed = client.resume_rotation_blocking(&sink, &log).expect("a log");
    assert!(matches!(resumed, Some(Rotation::Rotated)), "{resumed:?}");
    assert!(scene.works());
    assert!(scene.path("log.lock").exists(), "it stays, and does no harm");
    let rotated = client.rotate_app_secret(APP, &sink, &log).send_blocking();
    assert!(matches!(rotated, Rotation::Rotated), "{rotated}");
    assert!(scene.works() && !scene.path("log").exists());
    drop(scene.runtime);
}

/// A child process has the files of its parent open from its start until it runs its program.
#[test]
fn starting_processes_do_not_keep_the_lock() {
    let directory = TempDir::new().expect("a directory");
    let log = IntentFile::new(directory.path().join("log"));
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                let mut child = Command::new(env::current_exe().expect("this program"));
                child.arg("--help").stdout(Stdio::null()).status().expect("a process");
            }
        });
        let runtime = Builder::new_current_thread().build().expect("a runtime");
        let is_always_free =
            (0..20_000).all(|_| runtime.block_on(log.lease()).is_ok_and(|lease| lease.is_some()));
        is_over.store(true, Ordering::Relaxed);
        assert!(is_always_free);
    });
}

#[test]
fn two_processes_lose_no_secret() {
    let seeds = Seeds::new(100);
    let scene = Scene::new();
    let mut processes = [scene.child(), scene.child()];
    let mut tally = Tally::default();
    for seed in seeds.all() {
        for (process, seed) in processes.iter_mut().zip([2 * seed, 2 * seed + 1]) {
            process.order(seed);
        }
        for process in &mut processes {
            let outcome = process.outcome();
            let is_rotated = outcome.starts_with("the sink holds the new AppSecret");
            assert!(is_rotated || outcome.contains("is using the log"), "{outcome}");
            tally.count(if is_rotated { "Rotated" } else { "the log is in use" });
        }
        assert!(scene.works(), "lost with ROTATION_SEED={seed}");
        assert!(!scene.path("log").exists(), "with ROTATION_SEED={seed}");
    }
    println!("{} schedules, no secret lost: {:#?}", seeds.count, tally.0);
    assert!(tally.0.contains_key("the log is in use") || seeds.count < 100, "they do not overlap");
}
