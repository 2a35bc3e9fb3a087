#!/bin/sh
# What a dependency costs its importer: hello-worlds are built cold, one after another, with the
# same profile and the newest dependencies. Prints a table in Markdown.
set -eu

client=$(cd "$(dirname "$0")/../../client" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_INCREMENTAL=0 RUSTC_WRAPPER=

# hello CRATE DEPENDENCY BODY: builds a program that makes one call, and prints a row of the table.
hello() {
    export CARGO_TARGET_DIR="$work/$1/target"
    mkdir -p "$work/$1/src"
    cd "$work/$1"
    cat > Cargo.toml <<END
[package]
name = "hello"
edition = "2024"

[dependencies]
$1 = $2
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
END
    cat > src/main.rs <<END
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    $3
    Ok(())
}
END
    cargo fetch --quiet
    version=$(cargo pkgid "$1" | sed 's/.*[#@]//')
    # One line is the program itself.
    count=$(($(cargo tree --edges normal --prefix none | sed 's/ (\*)$//' | sort -u | wc -l) - 1))
    # The second line of `times` is what children took: user, then system.
    user=$({ cargo build --quiet --offline >&2 && times; } |
        awk 'NR == 2 { split($1, time, /[ms]/); print 60 * time[1] + time[2] }')
    first=${first:-$user}
    echo "$1 $version $count $user $first" |
        awk '{ printf "| %s %s | %d | %.1f s | %.2f |\n", $1, $2, $3, $4, $4 / $5 }'
}

echo '| crate | dependencies | user CPU | to reqwest |'
echo '| --- | --- | --- | --- |'

hello reqwest '{ version = "0.13", default-features = false, features = ["json", "rustls"] }' '
    let answer = reqwest::get("https://example.com").await?;
    println!("{:?}", answer.json::<std::collections::HashMap<String, String>>().await?);'

hello modelarts-app-auth "{ path = \"$client\" }" '
    let client = modelarts_app_auth::Client::from_env().await?;
    println!("{:?}", client.show_apig_app("id").await?);'

hello aws-sdk-sts '"1"' '
    use aws_sdk_sts::config::{BehaviorVersion, Config, Credentials, Region};
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::new("id", "secret", None, None, "hello"))
        .build();
    let client = aws_sdk_sts::Client::from_conf(config);
    println!("{:?}", client.get_caller_identity().send().await?);'

hello octocrab '"0.54"' '
    let octocrab = octocrab::Octocrab::builder().build()?;
    println!("{:?}", octocrab.repos("owner", "name").get().await?);'
