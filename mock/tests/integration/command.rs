//! The mock server as a command: its greeting, its log, its files, its end.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use modelarts_app_auth::Client;
use modelarts_app_auth::types::CreateApigAppRequest;

struct Running {
    child: Child,
    url: String,
}

impl Running {
    fn start(state: &Path) -> Self {
        Self::of(command("--state", state))
    }

    /// Starts the command, and reads its address from what it prints.
    fn of(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut greeting = String::new();
        let stdout = child.stdout.as_mut().unwrap();
        BufReader::new(stdout).read_line(&mut greeting).unwrap();
        let url = greeting.split_once("http://").unwrap().1.split_once(',').unwrap().0;
        Self { child, url: format!("http://{url}") }
    }

    fn client(&self) -> Client {
        let project = "04f258c84780d5a52f3bc00dc15aa5e7";
        Client::for_loopback(&self.url, project).unwrap()
    }

    /// Sends the signal of Ctrl-C; returns the exit code, none if the command does not end, and the log.
    fn end(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let mut attempts = 0..100;
        while self.child.try_wait().unwrap().is_none() && attempts.next().is_some() {
            sleep(Duration::from_millis(100));
        }
        let status = self.child.try_wait().unwrap();
        let _ = self.child.kill();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (status.and_then(|status| status.code()), log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn command(option: &str, file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_modelarts-app-auth-mock"));
    command.arg(option).arg(file).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[tokio::test]
async fn state_file_keeps_the_state_and_no_secret_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let running = Running::start(&file);
    let app = running.client().create_apig_app(CreateApigAppRequest::new("kept")).await.unwrap();
    let secret = app.app.as_ref().unwrap().app_secret.as_ref().unwrap().expose();
    let (code, log) = running.end();
    assert_eq!(code, Some(0));
    assert!(log.starts_with("POST /v1/{project_id}/app-auth/apps 200 "), "{log}");
    assert!(!log.contains(secret) && !log.contains("loopback"), "{log}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

    let running = Running::start(&file);
    let shown = running.client().show_apig_app(app.app_id()).await.unwrap();
    let shown = shown.app().app_secret.as_ref().unwrap().expose();
    assert_eq!(shown, secret);
    assert_eq!(running.end().0, Some(0));
}

/// Starts the command with a file that it cannot use: exit status 2, and this message.
fn check_rejected(option: &str, file: &Path, message: &str) {
    let output = command(option, file).output().unwrap();
    let printed = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{printed}");
    assert!(printed.starts_with("error: ") && printed.contains(message), "{printed}");
    assert!(!printed.contains("a secret"), "{printed}");
}

#[test]
fn unusable_state_file_is_an_error_with_its_position() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    fs::write(&file, "{\"users\": [\n  {\"id\": \"a secret\"}").unwrap();
    check_rejected("--state", &file, "state.json:2:");
    let missing = folder.path().join("missing/state.json");
    check_rejected("--state", &missing, "missing/state.json");
    check_rejected("--state", folder.path(), folder.path().to_str().unwrap());
    assert!(!fs::exists(folder.path().join("missing")).unwrap());
}

#[test]
fn unusable_document_is_an_error_with_its_position() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("changed.yaml");
    check_rejected("--spec", &file, "changed.yaml");
    check_rejected("--spec", folder.path(), folder.path().to_str().unwrap());
    fs::write(&file, "openapi: 3.0.3\npaths: {/a: {get: {}}}\n").unwrap();
    check_rejected("--spec", &file, "changed.yaml:2:14: GET /a has no success response\nhelp: ");
}

#[tokio::test]
async fn changed_document_is_served_without_a_build() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("changed.yaml");
    let document =
        modelarts_app_auth_mock::OPENAPI.replace("/app-auth/apps:", "/app-auth/programs:");
    fs::write(&file, document).unwrap();
    let running = Running::of(command("--spec", &file));
    let status = async |path: &str| {
        let url = format!("{}/v1/04f258c84780d5a52f3bc00dc15aa5e7{path}", running.url);
        let request = reqwest::Client::new().get(url).header("x-auth-token", "loopback");
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(status("/app-auth/programs").await, 200);
    assert_eq!(status("/app-auth/apps").await, 404);
    assert_eq!(running.end().0, Some(0));
}

#[tokio::test]
async fn ready_file_has_the_address_once_the_server_listens() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ready");
    fs::write(&file, "http://127.0.0.1:1\n").unwrap();
    // An earlier address is removed also if the server then cannot start.
    let mut failing = command("--ready-file", &file);
    failing.args(["--spec", "missing.yaml"]);
    assert_eq!(failing.output().unwrap().status.code(), Some(2));
    assert!(!fs::exists(&file).unwrap());

    let mut child = command("--ready-file", &file).args(["--port", "0"]).spawn().unwrap();
    let mut attempts = 0..600;
    while !fs::exists(&file).unwrap() && attempts.next().is_some() {
        sleep(Duration::from_millis(100));
    }
    // The file is there as a whole, and the server listens already.
    let url = fs::read_to_string(&file).unwrap();
    let url = url.strip_suffix('\n').unwrap().to_owned();
    assert_eq!(reqwest::get(format!("{url}/")).await.unwrap().status(), 200);
    let greeting = BufReader::new(child.stdout.as_mut().unwrap()).lines().map_while(Result::ok);
    let greeting: Vec<_> = greeting.take_while(|line| !line.starts_with("curl ")).collect();
    assert!(greeting.contains(&format!("  reference     {url}/docs")), "{greeting:#?}");
    assert_eq!(Running { child, url }.end().0, Some(0));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn unusable_ready_file_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    check_rejected("--ready-file", folder.path(), "is not a regular file");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("/dev/null", &link).unwrap();
    check_rejected("--ready-file", &link, "is not a regular file");
    check_rejected("--ready-file", &folder.path().join("missing/ready"), "missing/ready");
}

#[tokio::test]
async fn control_is_off_by_a_flag() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = command("--state", &folder.path().join("state.json"));
    let running = Running::of({
        command.arg("--no-control");
        command
    });
    let calls = reqwest::get(format!("{}/_mock/calls", running.url)).await.unwrap();
    assert_eq!(calls.status(), 404);
    assert_eq!(running.end().0, Some(0));
}
