//! The smallest version that tells callers honestly what happened.

use std::fmt;
use std::fs;

use diff::Level;
use semver::Version;
use spec::Source;

use super::input;
use crate::workspace;

/// What the next release must be, and whether the workspace is ready for it.
pub struct Release {
    worst: Level,
    /// The version of the old document, if it was released.
    old: Option<Version>,
    /// Whether there was a release at all.
    released: bool,
    /// The version in Cargo.toml.
    new: Option<Version>,
    /// Whether the changelog has that version, or something that is not released.
    logged: bool,
}

impl Release {
    /// What changes of this level ask for, since the old document.
    pub fn of(worst: Level, base: &Source) -> Self {
        let read = |name: &str| fs::read_to_string(workspace::file(name)).unwrap_or_default();
        let new = version(&read("Cargo.toml"));
        // Of a file it is not known which release it belongs to.
        let revision = base.name().rsplit_once(':').map(|(revision, _)| revision);
        let released = input::last_release().is_some();
        let old = revision
            .filter(|_| released)
            .and_then(|revision| input::show(&format!("{revision}:Cargo.toml")).ok());
        let old = old.and_then(|text| version(&String::from_utf8_lossy(&text)));
        let logged = is_logged(&read("CHANGELOG.md"), new.as_ref());
        Self { worst, old, released, new, logged }
    }

    /// Which part of the version must grow, before 1.0 and after.
    fn parts(&self) -> (&'static str, &'static str) {
        match self.worst {
            Level::Breaking => ("minor", "major"),
            Level::Risky | Level::Compatible => ("patch", "minor"),
            Level::None => ("no", "no"),
        }
    }

    /// The smallest version that may follow the old one.
    fn next(&self) -> Option<Version> {
        let &Version { major, minor, patch, .. } = self.old.as_ref()?;
        Some(match (self.worst, major) {
            (Level::None, _) => Version::new(major, minor, patch),
            (Level::Breaking, 0) => Version::new(0, minor + 1, 0),
            (_, 0) => Version::new(0, minor, patch + 1),
            (Level::Breaking, _) => Version::new(major + 1, 0, 0),
            _ => Version::new(major, minor + 1, 0),
        })
    }

    /// Whether Cargo.toml and the changelog have what the changes ask for.
    pub fn is_ready(&self) -> bool {
        self.worst == Level::None || !self.is_too_small() && self.logged
    }

    /// Whether the version in Cargo.toml is less than the next one.
    ///
    /// Before the first release, and of mere files, any version is great enough.
    fn is_too_small(&self) -> bool {
        let versions = self.next().zip(self.new.as_ref());
        versions.is_some_and(|(next, new)| without_suffix(new) < next)
    }

    /// The same for programs.
    pub fn json(&self) -> serde_json::Value {
        let (before, after) = self.parts();
        let text = |version: Option<&Version>| version.map(Version::to_string);
        serde_json::json!({
            "before_1_0": before,
            "after_1_0": after,
            "old": text(self.old.as_ref()),
            "next": text(self.next().as_ref()),
            "cargo_toml": text(self.new.as_ref()),
            "changelog": self.logged,
            "ready": self.is_ready(),
        })
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.worst == Level::None {
            return f.write_str("no version bump is needed");
        }
        let (before, after) = self.parts();
        write!(f, "at least a {before} bump before 1.0, a {after} bump after")?;
        if let (Some(old), Some(next)) = (&self.old, self.next()) {
            write!(f, ": {old} to {next}")?;
        }
        match &self.new {
            Some(new) if self.is_too_small() => write!(f, "; Cargo.toml has {new} only")?,
            Some(new) if !self.released => {
                write!(f, "; no release yet: version {new} in Cargo.toml is sufficient")?
            }
            Some(new) => write!(f, "; Cargo.toml has {new}")?,
            None => write!(f, "; Cargo.toml has no version")?,
        }
        f.write_str(match self.logged {
            true => "; CHANGELOG.md has an entry for it",
            false => "; CHANGELOG.md has no entry for it",
        })
    }
}

/// The version of a workspace's manifest.
fn version(manifest: &str) -> Option<Version> {
    let (_, package) = manifest.split_once("[workspace.package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = \""))?;
    Version::parse(line.split_once('"')?.0).ok()
}

/// A version without what marks it as a pre-release or a build: `1.2.3-rc.1` has the changes of
/// `1.2.3`.
fn without_suffix(version: &Version) -> Version {
    Version::new(version.major, version.minor, version.patch)
}

/// Whether a changelog has an entry for a version, or for what comes next.
fn is_logged(changelog: &str, version: Option<&Version>) -> bool {
    let version = version.map(without_suffix);
    let sections = changelog.split("\n## ").skip(1);
    sections.map(|section| section.split_once('\n').unwrap_or((section, ""))).any(
        |(title, text)| {
            let name = title.trim_start_matches('[').split([' ', ']']).next().unwrap_or_default();
            let named = Version::parse(name).map(|named| without_suffix(&named)).ok();
            (name == "Unreleased" || named.is_some() && named == version)
                && text.lines().any(|line| line.starts_with(['-', '*']))
        },
    )
}
