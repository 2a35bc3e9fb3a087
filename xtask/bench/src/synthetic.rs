//! Documents of any size, of the kind that people write: resources with five operations each,
//! schemas with bounds, an example for every body and parameter.

use std::fs;
use std::path::Path;

use crate::workspace::Result;

/// Operations of one resource.
const EACH: usize = 5;

const HEAD: &str = include_str!("synthetic/head.yaml");
const PATHS: &str = include_str!("synthetic/paths.yaml");
const COMPONENTS: &str = include_str!("synthetic/components.yaml");
const SCHEMAS: &str = include_str!("synthetic/schemas.yaml");

/// A document in YAML of about so many `operations`. It is one that plain progenitor takes, too.
fn document(operations: usize) -> String {
    let resources = 1..=operations.div_ceil(EACH);
    let each = |text: &str| {
        let resource = |number: usize| {
            text.replace("NAME", &format!("Volume{number}"))
                .replace("PATH", &format!("volumes{number}"))
        };
        resources.clone().map(resource).collect::<String>()
    };
    [HEAD, &each(PATHS), COMPONENTS, &each(SCHEMAS)].concat()
}

/// The same document after a change of one bound in every resource.
fn changed(document: &str) -> String {
    document.replace("maxLength: 64", "maxLength: 32")
}

/// Writes the document at `yaml`, whose name is the number of its operations, and beside it the
/// same in JSON and what it is after a change.
pub fn write(yaml: &Path) -> Result<()> {
    let operations = yaml.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let text = document(operations.parse()?);
    fs::write(yaml, &text)?;
    fs::write(yaml.with_extension("changed.yaml"), changed(&text))?;
    let source = spec::Source::read(yaml)?;
    let document =
        spec::Document::parse(&source).map_err(|_| "a synthetic document is not valid YAML")?;
    fs::write(yaml.with_extension("json"), document.root().to_value().to_string())?;
    Ok(())
}
