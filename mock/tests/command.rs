//! The mock server as a command: its greeting, its log, its state file, its end.
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
    /// Starts the command, and reads its address from what it prints.
    fn start(state: &Path) -> Self {
        let mut child = command(state).spawn().unwrap();
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

fn command(state: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_modelarts-app-auth-mock"));
    command.arg("--state").arg(state).stdout(Stdio::piped()).stderr(Stdio::piped());
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

/// Starts the command with a state file that it cannot use: exit status 2, and this message.
fn check_rejected(state: &Path, message: &str) {
    let output = command(state).output().unwrap();
    let printed = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{printed}");
    assert!(printed.contains(message) && !printed.contains("a secret"), "{printed}");
}

#[test]
fn unusable_state_file_is_an_error_with_its_position() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    fs::write(&file, "{\"users\": [\n  {\"id\": \"a secret\"}").unwrap();
    check_rejected(&file, "state.json:2:");
    check_rejected(&folder.path().join("missing/state.json"), "missing/state.json");
    check_rejected(folder.path(), folder.path().to_str().unwrap());
    assert!(!fs::exists(folder.path().join("missing")).unwrap());
}
