//! The published packages build from themselves alone, and a program outside the workspace uses them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// In the order of their publication.
const PACKAGES: [&str; 3] =
    ["modelarts-app-auth-spec", "modelarts-app-auth", "modelarts-app-auth-mock"];

const PROGRAM: &str = r#"
use modelarts_app_auth::types::CreateApigAppRequest;
use modelarts_app_auth_mock::MockModelArts;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockModelArts::start().await?;
    let client = mock.client()?;
    client.create_apig_app(CreateApigAppRequest::new("mine")).await?;
    println!("apps: {:?}", client.list_apig_apps().await?.count);
    Ok(())
}
"#;

/// Runs a command, and returns what it prints.
#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().expect("the command starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder);
    cargo
}

/// Unpacks the packages in an empty folder, prints their files and sizes, and returns their folders.
fn unpack(folder: &Path) -> Vec<PathBuf> {
    let target = folder.join("packages");
    let mut package = cargo(Path::new(ROOT));
    package.args(["package", "--no-verify", "--allow-dirty", "--target-dir"]).arg(&target);
    run(package.args(PACKAGES.iter().flat_map(|name| ["--package", name])));
    let version = env!("CARGO_PKG_VERSION");
    let unpacked = PACKAGES.map(|name| {
        let name = format!("{name}-{version}");
        let file = target.join("package").join(format!("{name}.crate"));
        let files = run(Command::new("tar").arg("-xvzf").arg(&file).arg("-C").arg(folder));
        let size = fs::metadata(&file).expect("a package").len();
        println!("{name}: {} files, {} KB", files.lines().count(), size / 1024);
        for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
            assert!(folder.join(&name).join(license).metadata().is_ok_and(|it| it.len() > 500));
        }
        folder.join(name)
    });
    unpacked.to_vec()
}

#[test]
#[ignore = "compiles all dependencies of the packages again, which takes minutes"]
fn packages_build_from_themselves_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let packages = unpack(folder);
    let importer = folder.join("importer");
    fs::create_dir_all(importer.join("src")).expect("a folder");
    fs::write(importer.join("src/main.rs"), PROGRAM).expect("a file");
    let patches: String = PACKAGES
        .iter()
        .zip(&packages)
        .map(|(name, path)| format!("{name} = {{ path = {path:?} }}\n"))
        .collect();
    let manifest = format!(
        "[package]\nname = \"importer\"\nedition = \"2024\"\n\n[dependencies]\n\
         modelarts-app-auth = \"*\"\nmodelarts-app-auth-mock = \"*\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\n\
         [patch.crates-io]\n{patches}\n[workspace]\n"
    );
    fs::write(importer.join("Cargo.toml"), manifest).expect("a manifest");
    let target = folder.join("target");
    let printed = run(cargo(&importer).args(["run", "--quiet"]).env("CARGO_TARGET_DIR", &target));
    assert_eq!(printed, "apps: Some(1)\n");
    let mut tests = cargo(&packages[1]);
    tests.args(["test", "--quiet", "--all-targets", "--features", "blocking"]);
    // A package of the workspace would take the place of one that is published.
    let printed = run(tests.env("CARGO_TARGET_DIR", &target));
    let passed = printed.lines().filter_map(|line| line.strip_prefix("test result: ok. "));
    let passed = passed.filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    let passed: usize = passed.sum();
    println!("{passed} tests of the client passed");
    assert!(passed > 100, "{printed}");
}
