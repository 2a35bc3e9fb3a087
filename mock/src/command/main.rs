//! `cargo xtask mock`: the mock server as a command, which runs until Ctrl-C.

mod ready_file;
mod replace_file;
mod state_file;

use std::fs;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::ExitCode;

use clap::Parser;
use modelarts_app_auth_mock::{Builder, MockModelArts};
use ready_file::ReadyFile;
use state_file::StateFile;

/// Start a local mock server of the service and run it until Ctrl-C
#[derive(Parser)]
#[command(bin_name = "cargo xtask mock")]
struct Arguments {
    /// Listen on this port [default: a free port]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Keep the state in this file [default: the state is lost when the server stops]
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Serve this OpenAPI document [default: the openapi.yaml it was built with]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// Write the address to this file once the server listens
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    /// Switch off the routes below /_mock, which inject faults and reset the state
    #[arg(long)]
    no_control: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    tracing_subscriber::fmt()
        .with_level(false)
        .with_target(false)
        .without_time()
        .with_writer(std::io::stderr)
        .init();
    let ready_file = arguments.ready_file.map(ReadyFile::prepare).transpose()?;
    let mut builder = MockModelArts::builder().port(arguments.port).control(!arguments.no_control);
    if let Some(path) = &arguments.spec {
        builder = with_document(builder, path)?;
    }
    let mut file = arguments.state.map(StateFile::open).transpose()?;
    if let Some(state) = file.as_mut().and_then(StateFile::take) {
        builder = builder.state(state);
    }
    let mock = builder.start().await;
    let mock =
        mock.map_err(|error| format!("cannot listen on port {}: {error}", arguments.port))?;
    save(&mut file, &mock)?;
    if let Some(ready_file) = ready_file {
        ready_file.write(mock.url())?;
    }
    println!("{}", mock.greeting());
    // One for the whole time: what comes between two of them would be lost.
    let mut end = pin!(tokio::signal::ctrl_c());
    loop {
        tokio::select! {
            () = mock.changed() => save(&mut file, &mock)?,
            _ = &mut end => return save(&mut file, &mock),
        }
    }
}

fn with_document(builder: Builder, path: &Path) -> Result<Builder, String> {
    let name = path.display().to_string();
    let text = fs::read(path).map_err(|error| format!("cannot read {name}: {error}"))?;
    builder.document(&name, text).map_err(|error| error.to_string())
}

fn save(file: &mut Option<StateFile>, mock: &MockModelArts) -> Result<(), String> {
    file.as_mut().map_or(Ok(()), |file| file.save(&mock.state()))
}
