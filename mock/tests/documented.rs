//! The commands of docs/mock.md print what the page shows. They need bash and curl.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

const PAGE: &str = include_str!("../../docs/mock.md");

/// The address of the mock server on the page.
const ADDRESS: &str = "127.0.0.1:8080";

/// The ID of the app that the commands create.
const APP: &str = "c43ec3fe1dc86c5b3fe4313163224275";

struct Server {
    child: Child,
    /// Open as long as the server runs, which ends if it cannot print.
    _stdout: BufReader<ChildStdout>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts the command; returns its address and what it prints first, as far as the page shows it.
fn start(lines: usize) -> (Server, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_modelarts-app-auth-mock"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut greeting = String::new();
    for _ in 0..lines {
        stdout.read_line(&mut greeting).unwrap();
    }
    let address = greeting.split_once("http://").unwrap().1.split_once(',').unwrap().0.to_owned();
    (Server { child, _stdout: stdout }, address, greeting)
}

/// The parts of a transcript: each command with its output.
fn commands(transcript: &str) -> Vec<(&str, &str)> {
    let commands = transcript.strip_prefix("$ ").unwrap().split("\n$ ");
    commands.map(|command| command.split_once('\n').unwrap_or((command, ""))).collect()
}

/// A text with `#` in place of times, IDs and secrets, which differ from run to run.
fn without_changing_values(text: &str) -> String {
    let words = text.trim_end().split_inclusive(|c: char| !c.is_ascii_hexdigit());
    let shown = words.map(|word| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_hexdigit());
        if digits.len() > 12 { word.replace(digits, "#") } else { word.to_owned() }
    });
    shown.collect()
}

#[test]
fn commands_print_the_documented_output() {
    let blocks: Vec<_> = PAGE.split("```console\n").skip(1).collect();
    let [server, terminal] = [blocks[0], blocks[1]].map(|rest| rest.split("```").next().unwrap());
    let (_, documented_greeting) = commands(server)[0];
    let (_server, address, greeting) = start(documented_greeting.lines().count());
    assert_eq!(greeting.replace(&address, ADDRESS), documented_greeting);

    let commands = commands(terminal);
    let separator = "--- next command ---";
    let script: String = commands
        .iter()
        .map(|(command, _)| format!("{command}\necho; echo {separator}\n"))
        .collect();
    // A reader replaces the ID, too.
    let created = r#"$(call $apps | cut -d '"' -f 6)"#;
    let script = script.replace(ADDRESS, &address).replace(APP, created);
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash runs");
    let printed = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    let printed: Vec<_> = printed.split(separator).collect();
    assert_eq!(printed.len(), commands.len() + 1, "{err}");
    for ((command, documented), printed) in commands.iter().zip(printed) {
        let printed = printed.trim_start_matches('\n').replace(&address, ADDRESS);
        let [printed, documented] = [printed.as_str(), documented].map(without_changing_values);
        assert_eq!(printed, documented, "{command}: {err}");
    }
}
