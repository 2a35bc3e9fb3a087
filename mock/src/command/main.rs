//! `cargo xtask mock`: the mock server as a command, which runs until Ctrl-C.

mod state_file;

use std::path::PathBuf;
use std::pin::pin;
use std::process::ExitCode;

use clap::Parser;
use modelarts_app_auth_mock::{MockModelArts, State};
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
    let mut file = arguments.state.map(StateFile::open).transpose()?;
    let state = file.as_mut().and_then(StateFile::take).unwrap_or_default();
    let greeting = greeting(&state);
    let mock = MockModelArts::builder().port(arguments.port).state(state).start().await;
    let mock =
        mock.map_err(|error| format!("cannot listen on port {}: {error}", arguments.port))?;
    save(&mut file, &mock)?;
    println!("{}", greeting.replace("{url}", mock.url()));
    // One for the whole time: what comes between two of them would be lost.
    let mut end = pin!(tokio::signal::ctrl_c());
    loop {
        tokio::select! {
            () = mock.changed() => save(&mut file, &mock)?,
            _ = &mut end => return save(&mut file, &mock),
        }
    }
}

fn save(file: &mut Option<StateFile>, mock: &MockModelArts) -> Result<(), String> {
    file.as_mut().map_or(Ok(()), |file| file.save(&mock.state()))
}

/// The address, the credentials that are accepted, and a command to copy.
fn greeting(state: &State) -> String {
    let user = state.users.first().cloned().unwrap_or_default();
    let key = user.access_keys.first().cloned().unwrap_or_default();
    let token = state.tokens.iter().find(|token| token.user_id == user.id);
    let token = token.cloned().unwrap_or_default();
    let service = state.services.first().cloned().unwrap_or_default();
    format!(
        "ModelArts app authentication on {{url}}, until Ctrl-C. IAM is there, too.

  project ID    {project}
  token         {token}
  access key    {access}
  secret key    {secret}
  IAM user      {name}, password `{password}`, account {domain}
  service ID    {service}

curl -H 'X-Auth-Token: {token}' {{url}}/v1/{project}/app-auth/apps
",
        project = token.project_id,
        token = token.token,
        access = key.access,
        secret = key.secret,
        name = user.name,
        password = user.password,
        domain = user.domain,
        service = service.id,
    )
}
