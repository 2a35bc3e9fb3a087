//! The page that is written: one section after another, each replaced as a whole.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use crate::machine;
use crate::sections::Section;
use crate::workspace::Result;

const HEAD: &str = "# Benchmarks

The speed and the size of the tools and of the client, compared with others. `cargo xtask bench` measures all of it
and writes this page; `cargo xtask bench lint` writes one section. All figures are medians, and those of one table are
taken in one run. Other machines have other figures, but about the same ratios.
";

/// Sections by their titles, in the order of [`Section::ALL`].
pub struct Page {
    path: PathBuf,
    sections: Vec<(&'static str, String)>,
}

impl Page {
    /// Reads the page; one that is not there is empty.
    pub fn read(path: PathBuf) -> Result<Self> {
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        let section = |title: &'static str| {
            let (_, rest) = text.split_once(&format!("\n## {title}\n\n"))?;
            let section = rest.split_once("\n## ").map_or(rest, |(section, _)| section);
            Some((title, section.trim_end().to_owned()))
        };
        let titles = Section::ALL.iter().map(|section| section.title());
        let sections = titles.filter_map(section).collect();
        Ok(Self { path, sections })
    }

    /// Puts `text` under `title`, with where and when it was measured.
    pub fn replace(&mut self, title: &'static str, text: &str) {
        let text = format!("{}\n\n{}", machine::line(), text.trim_end());
        self.sections.retain(|(other, _)| *other != title);
        self.sections.push((title, text));
        let place = |title| Section::ALL.iter().position(|section| section.title() == title);
        self.sections.sort_by_key(|(title, _)| place(*title));
    }

    /// Writes the page, or leaves it as it was.
    pub fn write(&self) -> Result<()> {
        let folder = self.path.parent().ok_or("the page has no folder")?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        write!(file, "{HEAD}")?;
        for (title, text) in &self.sections {
            write!(file, "\n## {title}\n\n{text}\n")?;
        }
        file.persist(&self.path)?;
        Ok(())
    }
}
